import { text } from 'node:stream/consumers';
import type { Browser, Page } from 'playwright-core';
import { connectBrowser, openPage } from '../support/browser.ts';
import { comesTrue } from '../support/comes-true.ts';
import { focused, tabTo } from '../support/keyboard.ts';
import { stack } from '../support/stack.ts';

jest.setTimeout(180_000); // each wait has a limit of its own, of 30 s

/** One person's visit without a mouse, in the order of the tests: nothing here clicks, and nothing is focused by script. */
describe('who has only a keyboard', () => {
  let browser: Browser;
  let visit: Awaited<ReturnType<typeof openPage>>;
  let page: Page;
  let unseen: string[];

  beforeAll(async () => {
    browser = await connectBrowser();
    visit = await openPage(browser, { acceptDownloads: true });
    page = visit.page;
    await page.goto(stack.page);
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  });
  afterAll(async () => {
    await visit.close();
    await browser.close();
  });
  beforeEach(() => {
    unseen = [];
  });
  afterEach(() => {
    expect(unseen).toEqual([]);
    expect(visit.complaints).toEqual([]);
  });

  const to = async (name: string | RegExp, key?: string) => unseen.push(...(await tabTo(page, name, key)));
  const press = (key: string) => page.keyboard.press(key);
  /** Where the keyboard is after a way to another view: at its heading. */
  const atHeading = async (name: string) => {
    await comesTrue(
      page,
      `document.activeElement?.tagName === 'H1' && document.activeElement.textContent.includes(${JSON.stringify(name)})`,
    );
    expect((await focused(page)).visible).toBe(true);
  };

  it('signs in', async () => {
    await to('Email');
    await page.keyboard.type(stack.user.email);
    await to('Password');
    await page.keyboard.type(stack.user.password);
    await press('Enter');
    await page.getByText('Connection: open').first().waitFor();
    await page.getByRole('link', { name: 'Yellow taxi, day by day' }).first().waitFor();
  });

  it('skips the bar, finds a report by words, and opens it', async () => {
    await page.reload();
    await page.getByRole('link', { name: 'Yellow taxi, day by day' }).first().waitFor();
    await press('Tab');
    expect((await focused(page)).name).toBe('Skip to the content');
    await press('Enter');
    await atHeading('Reports');
    await press('/');
    await page.keyboard.type('yellow day');
    await page.getByRole('link', { name: 'Yellow taxi, trip by trip' }).waitFor({ state: 'detached' });
    await to('Yellow taxi, day by day');
    await press('Enter');
    await atHeading('Yellow taxi, day by day');
  });

  it('fills the form in, chooses from a list, and runs it', async () => {
    await to(/^Trip month/);
    await press('Control+a');
    await page.keyboard.type('2015-11');
    await to(/^Vendor/);
    await press('Enter');
    await page.getByRole('option').first().waitFor();
    await press('ArrowDown');
    await press('Enter');
    await press('Escape');
    await to('Run');
    await press('Enter');
    await page.getByText(/^All \d+ rows$/).waitFor();
    expect((await focused(page)).name).toBe('Run');
  });

  it('walks the grid, copies cells, and sorts', async () => {
    await page.evaluate('navigator.clipboard.writeText = async (text) => { window.copied = text; }');
    await to(/^Day/);
    await press('ArrowDown');
    await press('Shift+ArrowDown');
    await press('Control+c');
    await comesTrue(page, 'window.copied');
    expect(await page.evaluate('window.copied')).toMatch(/^2015-11-01\r?\n2015-11-02/);
    await press('ArrowUp');
    await press('ArrowUp');
    await press('Enter');
    await page.locator('[aria-sort=ascending]').waitFor();
    await press('Tab');
    expect((await focused(page)).role).not.toMatch(/cell|header/); // one stop, whatever many cells there are
  });

  it('downloads', async () => {
    await to('Download', 'Shift+Tab');
    await press('Enter');
    await page.getByRole('menuitem', { name: 'CSV' }).waitFor();
    const [file] = await Promise.all([page.waitForEvent('download'), press('Enter')]);
    expect(await text(await file.createReadStream())).toContain('2015-11-30');
    await page.getByText(/daily-2015-11.*\.csv · 30 rows/).waitFor();
  });

  it('looks at the chart, and walks along it', async () => {
    await to('Table', 'Shift+Tab');
    await press('ArrowRight');
    await press('Enter');
    await page.locator('.chart canvas').waitFor();
    await to(/^Line chart: Fares by Day/);
    await press('End');
    expect(await page.locator('.chart').getByRole('status').textContent()).toMatch(/^2015-11-30, /);
  });

  it('opens what is known of the run, and comes back to where that was opened', async () => {
    await to('What it is', 'Shift+Tab');
    await press('Enter');
    await page.getByRole('dialog').waitFor();
    await press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect((await focused(page)).name).toBe('What it is');
  });

  it('goes to a dashboard, runs it, and opens a tile as its report', async () => {
    await to('Dashboards', 'Shift+Tab');
    await press('Enter');
    await atHeading('Dashboards');
    await to('Flights at a glance');
    await press('Enter');
    await atHeading('Flights at a glance');
    await press('Control+Enter');
    await page.getByText('8 tiles done', { exact: true }).first().waitFor();
    await to('Open as report: Flights');
    await press('Enter');
    await atHeading('Flights in numbers');
  });

  it('opens the inbox, and the runs by Back and by link', async () => {
    await page.goBack(); // the browser's own key for it does nothing where it has no window
    await atHeading('Flights at a glance');
    await to('Runs', 'Shift+Tab');
    await press('Enter');
    await atHeading('Runs');
    await to(/^Inbox/, 'Shift+Tab');
    await press('Enter');
    await page.getByRole('dialog').waitFor();
    await press('Escape');
    expect((await focused(page)).name).toMatch(/^Inbox/);
  });

  it('signs out', async () => {
    await to(/^Account: /);
    await press('Enter');
    await page.getByRole('menuitem', { name: 'Sign out' }).waitFor();
    await press('Enter');
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  });
});
