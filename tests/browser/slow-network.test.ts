import type { Page, Route } from 'playwright-core';
import { signIn } from '../support/browser.ts';
import { stack } from '../support/stack.ts';
import { holdBack } from './alter.ts';
import { visiting } from './visiting.ts';

jest.setTimeout(180_000); // each wait has a limit of its own, of 30 s

const { email, password } = stack.user;

/** Answers that are on their way for as long as the test wants them to be. */
const holdRequests = async (page: Page, which: RegExp) => {
  const held: Route[] = [];
  let open = false;
  await page.route(which, (route) => {
    if (open) return route.continue();
    held.push(route);
  });
  return async () => {
    open = true;
    for (const route of held.splice(0)) await route.continue();
  };
};

describe('a page over a slow network', () => {
  const visits = visiting();
  let page: Page;

  beforeEach(async () => {
    page = await visits.open();
  });

  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const status = (name: string | RegExp) =>
    page
      .getByRole('status', { name })
      .or(page.getByRole('status').filter({ hasText: name }))
      .first();
  const enter = async () => {
    await signIn(page, stack.page, email, password);
    await page.getByText('Connection: open').first().waitFor();
  };

  it('says from its first moment what it is, and that it starts', async () => {
    const script = await holdRequests(page, /\/assets\/index.*\.js$/);
    const config = await holdRequests(page, /\/config\.json$/);
    await page.goto(stack.page, { waitUntil: 'commit' });
    await page.getByText('Readout', { exact: true }).waitFor();
    await script();
    await status('Starting').waitFor();
    await config();
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  });

  it('keeps what was typed while it signs in, and says that it does', async () => {
    await page.goto(stack.page);
    const cognito = await holdRequests(page, new RegExp(`^${stack.aws}`));
    await page.getByLabel('Email').fill(email);
    await page.getByLabel('Password', { exact: true }).fill(password);
    await button('Sign in').click();
    await page.getByText('Signing in', { exact: true }).waitFor({ state: 'attached' });
    expect(await page.getByLabel('Email').inputValue()).toBe(email);
    await cognito();
    await page.getByRole('heading', { name: 'Reports', level: 1 }).waitFor();
  });

  it('can be used while reports, a view and its rows are on their way, and says of each that it is', async () => {
    await enter();
    const reports = await holdRequests(page, /\/reports$/);
    const view = await holdRequests(page, /\/assets\/runs-view.*\.js$/);
    await page.reload({ waitUntil: 'commit' });
    await status('Loading the reports').waitFor();
    await page.getByRole('link', { name: 'Runs', exact: true }).click();
    await status(/^Loading$/).waitFor();
    await page.getByRole('link', { name: 'Reports', exact: true }).click();
    await status('Loading the reports').waitFor();
    await reports();
    await view();
    await page.getByRole('link', { name: 'Yellow taxi, day by day' }).first().click();
    const rows = await holdRequests(page, /\/result(\?.*)?$/);
    await button('Run').click();
    await status('Loading the rows').waitFor();
    await page.getByRole('textbox', { name: 'Trip month' }).fill('2015-02');
    await page.getByText('The inputs have changed since this run.').waitFor();
    await rows();
    await page.getByText(/^All \d+ rows$/).waitFor();
  });

  it('says that a run was asked for before anybody answers, and lets it be left', async () => {
    const news = await holdBack(page, '"type":"run"');
    await enter();
    await page.goto(`${stack.page}/reports/taxi/daily?month=2015-05`);
    await page.getByText('Connection: open').first().waitFor();
    await button('Run').click();
    await page.getByText('Asking', { exact: true }).first().waitFor();
    await page.getByRole('link', { name: 'Dashboards', exact: true }).click();
    await page.getByRole('heading', { name: 'Dashboards', level: 1 }).waitFor();
    await news.came;
    news.release();
    await page
      .getByText(/Yellow taxi, day by day/)
      .first()
      .waitFor();
  });

  it('says when nothing comes at all, and tries again on a wish', async () => {
    await enter();
    await page.route(/\/dashboards\/flights%2Foverview$/, (route) => route.abort());
    await page.goto(`${stack.page}/dashboards/flights/overview`);
    await page.getByText('The server cannot be reached').waitFor();
    await page.unroute(/\/dashboards\/flights%2Foverview$/);
    await button('Try again').click();
    await button('Run').waitFor();
    visits.complaints.splice(0); // the browser's own, of the request that failed
  });

  it('comes to its rows over a line of 100 KB a second with 300 ms of delay', async () => {
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('Network.enable');
    await devtools.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 300,
      downloadThroughput: 100_000,
      uploadThroughput: 50_000,
    });
    page.setDefaultTimeout(120_000);
    await page.goto(stack.page, { timeout: 120_000 });
    await page.getByLabel('Email').fill(email);
    await page.getByLabel('Password', { exact: true }).fill(password);
    await button('Sign in').click();
    await page.getByRole('link', { name: 'Yellow taxi, day by day' }).first().click();
    await button('Run').click();
    await page.getByText(/^All 31 rows$/).waitFor();
  });
});
