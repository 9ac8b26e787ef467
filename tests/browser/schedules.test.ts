import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { faults } from '../support/axe.ts';
import { connectBrowser, openPage, signIn } from '../support/browser.ts';
import { startStack } from '../support/start-stack.cjs';

jest.setTimeout(180_000); // each wait has a limit of its own, of 30 s

/** A stack of its own, which sends mail. */
describe('a schedule', () => {
  const state = mkdtempSync(join(tmpdir(), 'readout-'));
  let running: Awaited<ReturnType<typeof startStack>>;
  let browser: Browser;
  let page: Page;
  let visit: Awaited<ReturnType<typeof openPage>>;
  beforeAll(async () => {
    running = await startStack(['--state', state, '--parameter', 'MailFrom=readout@example.com']);
    browser = await connectBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await running.stop();
    rmSync(state, { recursive: true });
  });
  afterEach(async () => {
    expect(visit.complaints).toEqual([]);
    await visit.close();
  });

  const open = async (path: string, options: Parameters<typeof openPage>[1] = {}) => {
    visit = await openPage(browser, { timezoneId: 'Europe/Berlin', ...options });
    page = visit.page;
    const { page: origin, user } = running.description;
    await signIn(page, origin, user.email, user.password);
    await page.getByText('Connection: open').first().waitFor();
    await page.goto(origin + path);
  };
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const dialog = () => page.getByRole('dialog');

  it('is made where the report is, for its inputs, and refused with a reason', async () => {
    await open('/reports/taxi/daily?month=2015-06');
    await button('Schedule').click();
    await dialog()
      .getByText(/^With month: 2015-06\. /)
      .waitFor();
    await dialog().getByLabel('Time').fill('25:00');
    await dialog().getByText('Enter hours and minutes, as 06:30.').waitFor();
    await dialog().getByLabel('Time').fill('07:15');
    await dialog().getByLabel('For whom').fill('not an address');
    await dialog().getByRole('button', { name: 'Schedule', exact: true }).click();
    await dialog()
      .getByText(/^people/)
      .first()
      .waitFor();
    expect(await faults(page)).toEqual([]);
    expect(visit.complaints.splice(0)).toEqual([expect.stringContaining('400')]); // Chromium's own word of the refusal
    await dialog().getByLabel('For whom').fill('analyst@example.com');
    await dialog().getByLabel('Send nothing when there are no rows').check();
    await dialog().getByRole('button', { name: 'Schedule', exact: true }).click();
    await dialog().getByText('The report runs by itself from now on.').waitFor();
    await dialog().getByRole('link', { name: 'Show what is scheduled' }).click();
    await page.getByText('Every day at 07:15, Europe/Berlin · only if rows > 0').waitFor();
  });

  it.each([
    ['wide and light', { viewport: { width: 1440, height: 900 }, colorScheme: 'light' }],
    ['narrow and dark', { viewport: { width: 390, height: 844 }, colorScheme: 'dark' }],
  ] as const)('is paused, goes on, and keeps nobody out, %s', async (_look, options) => {
    await open('/schedules', options);
    await page
      .getByRole('button', { name: /^Pause: / })
      .first()
      .click();
    await page.getByText('Paused', { exact: true }).first().waitFor();
    expect(await faults(page)).toEqual([]);
    await page
      .getByRole('button', { name: /^Go on: / })
      .first()
      .click();
    await page.getByText('Paused', { exact: true }).waitFor({ state: 'detached' });
    const beyond = await page.evaluate('document.documentElement.scrollWidth - window.innerWidth');
    expect(beyond).toBeLessThanOrEqual(0);
  });

  it('is removed', async () => {
    await open('/schedules');
    await page
      .getByRole('button', { name: /^Remove: / })
      .first()
      .click();
    await page.getByText('Nothing is scheduled').waitFor();
  });
});
