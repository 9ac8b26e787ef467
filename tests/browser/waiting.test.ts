import type { Page } from 'playwright-core';
import { signIn } from '../support/browser.ts';
import { stack } from '../support/stack.ts';
import { holdBack } from './alter.ts';
import { visiting } from './visiting.ts';

jest.setTimeout(120_000); // each wait has a limit of its own, of 30 s

const { email, password } = stack.user;

describe('a page that waits for an answer', () => {
  const visits = visiting();
  let page: Page;
  let asked: string[];

  beforeEach(async () => {
    page = await visits.open();
    asked = runsAskedFor(page);
    await page.clock.install();
  });

  const openReport = async () => {
    await signIn(page, stack.page, email, password);
    await page.getByText('Connection: open').first().waitFor();
    await page.getByRole('link', { name: 'Yellow taxi, day by day' }).click();
    await page.getByRole('textbox', { name: 'Trip month' }).fill('2015-04');
  };
  const run = () => page.getByRole('button', { name: 'Run', exact: true }).click();

  it('is told over the open connection, and asks for nothing meanwhile', async () => {
    const news = await holdBack(page, '"status":"succeeded"');
    await openReport();
    await run();
    await news.came;
    await page.clock.runFor(50_000);
    await page.getByText(/^(Queued|Running) for/).waitFor();
    expect(asked).toEqual([]);
    news.release();
    await page.getByText(/^Done · 30 rows/).waitFor();
    await page.getByText('All 30 rows').waitFor();
    expect(asked).toEqual([expect.stringMatching(/\/runs\/[-\w]{36}\/result$/)]);
  });

  it('asks when its connection is closed', async () => {
    await openReport();
    await page.getByRole('button', { name: 'Close Connection' }).click();
    await page.getByText('Connection: closed').waitFor();
    await run();
    await page.getByText('All 30 rows').waitFor();
    expect(asked).toContainEqual(expect.stringContaining('/runs?since='));
  });
});

/** Everything that the page asks of /runs, as it goes. */
const runsAskedFor = (page: Page): string[] => {
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.url().startsWith(`${stack.rest}/runs`)) asked.push(request.url());
  });
  return asked;
};
