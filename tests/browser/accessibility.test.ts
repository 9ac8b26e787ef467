import type { Browser, Page } from 'playwright-core';
import { faults } from '../support/axe.ts';
import { connectBrowser, openPage, signIn } from '../support/browser.ts';
import { stack } from '../support/stack.ts';
import { alterMessages, blockSockets } from './alter.ts';

jest.setTimeout(120_000); // each wait has a limit of its own, of 30 s

const { email, password } = stack.user;

describe.each([
  ['wide and light', { viewport: { width: 1440, height: 900 }, colorScheme: 'light' }],
  ['narrow and dark', { viewport: { width: 390, height: 844 }, colorScheme: 'dark' }],
] as const)('the page, %s, keeps nobody out of', (_look, options) => {
  let browser: Browser;
  let page: Page;
  let close: () => Promise<void>;

  beforeAll(async () => {
    browser = await connectBrowser();
    ({ page, close } = await openPage(browser, options));
  });
  afterAll(async () => {
    await close();
    await browser.close();
  });

  const run = (within: Pick<Page, 'getByRole'> = page) =>
    within.getByRole('button', { name: 'Run', exact: true }).click();

  it('signing in and up', async () => {
    await page.goto(stack.page);
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    expect(await faults(page)).toEqual([]);
    await page.getByRole('link', { name: 'Create account' }).click();
    await page.getByLabel('Password', { exact: true }).fill('Half');
    await page.getByRole('button', { name: 'Create account' }).click();
    await page.getByText('Choose a password that keeps every rule below.').waitFor();
    expect(await faults(page)).toEqual([]);
  });

  it('the reports', async () => {
    await signIn(page, stack.page, email, password);
    await page.getByText('Connection: open').first().waitFor();
    await page.getByRole('link', { name: 'Taxi vendors' }).waitFor();
    expect(await faults(page)).toEqual([]);
  });

  it('a report and its result', async () => {
    await page.goto(`${stack.page}/reports/taxi/trips?month=2015-02`);
    await run();
    await page.getByText(/^All [\d,]+ rows$/).waitFor();
    expect(await faults(page)).toEqual([]);
  });

  it('an input that is wrong', async () => {
    await page.getByRole('textbox', { name: 'Fare at least' }).fill('a lot');
    await run();
    await page.getByText('Enter a number, such as 12.5.').waitFor();
    expect(await faults(page)).toEqual([]);
  });

  it('two reports side by side', async () => {
    await page.goto(`${stack.page}/side-by-side?left=taxi/daily&right=taxi/payments`);
    for (const name of ['Left report', 'Right report']) {
      const side = page.getByRole('region', { name });
      await run(side);
      await side.getByText(/^All \d+ rows$/).waitFor();
    }
    expect(await faults(page)).toEqual([]);
  });

  it('the runs', async () => {
    await page.goto(`${stack.page}/runs`);
    await page.getByRole('link', { name: 'How trips are paid' }).first().waitFor();
    expect(await faults(page)).toEqual([]);
  });

  it('one run', async () => {
    await page.getByRole('link', { name: 'How trips are paid' }).first().click();
    await page.getByText(/^All \d+ rows$/).waitFor();
    expect(await faults(page)).toEqual([]);
  });

  it('a result that was reused and can be read in part, and the choice of an e-mail', async () => {
    await page.route(`${stack.page}/config.json`, async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, json: { ...(await response.json()), mail: 'true' } });
    });
    await alterMessages(page, (message) =>
      message.type === 'run' ? { ...message, maxRows: 20, asOf: '2026-01-01T00:00:00.000Z' } : message,
    );
    await page.goto(`${stack.page}/reports/taxi/daily?month=2015-12`);
    await run();
    await page.getByText('The first 20 of 31 rows can be read').first().waitFor();
    await page.getByRole('button', { name: 'Run again, fresh' }).waitFor();
    await page.getByRole('checkbox', { name: /^E-mail me/ }).waitFor();
    expect(await faults(page)).toEqual([]);
  });

  it('the connection that is closed, and that is blocked', async () => {
    await page.getByRole('button', { name: 'Close Connection' }).click();
    await page.getByText('Connection: closed').first().click();
    await page.getByText('Runs still work').waitFor();
    expect(await faults(page)).toEqual([]);
    await blockSockets(page);
    await page.reload();
    await page.getByText('Connection: by asking').first().click();
    await page.getByText('lets no WebSocket through').waitFor();
    expect(await faults(page)).toEqual([]);
  });
});
