import { buffer } from 'node:stream/consumers';
import type { Browser, Download, Page } from 'playwright-core';
import { faults } from '../support/axe.ts';
import { connectBrowser, openPage, signIn } from '../support/browser.ts';
import { stack } from '../support/stack.ts';

jest.setTimeout(180_000); // each wait has a limit of its own, of 30 s

describe('a result', () => {
  let browser: Browser;
  let visit: Awaited<ReturnType<typeof openPage>>;
  let page: Page;

  beforeAll(async () => {
    browser = await connectBrowser();
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    visit = await openPage(browser, { acceptDownloads: true });
    page = visit.page;
    await signIn(page, stack.page, stack.user.email, stack.user.password);
    await page.getByText('Connection: open').first().waitFor();
  });
  afterEach(() => visit.close());

  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const run = async (report: string) => {
    await page.goto(`${stack.page}/reports/${report}`);
    await button('Run').click();
    await button('Download').waitFor();
  };
  const choose = async (format: string): Promise<void> => {
    await button('Download').click();
    await page.getByRole('menuitem', { name: format }).click();
  };
  const saved = async (act: () => Promise<void>): Promise<{ name: string; text: string }> => {
    const [file] = await Promise.all([page.waitForEvent('download') as Promise<Download>, act()]);
    const bytes = await buffer(await file.createReadStream());
    return { name: file.suggestedFilename(), text: bytes.toString('latin1') };
  };

  it.each([
    ['CSV', 'daily-2015-09.csv', /^ï»¿trip_date,/],
    ['Excel', 'daily-2015-09.xlsx', /^PK/],
    ['Parquet', 'daily-2015-09.parquet', /^PAR1/],
  ])('is saved as %s at once', async (format, name, content) => {
    await run('taxi/daily?month=2015-09');
    const file = await saved(() => choose(format));
    expect(file.name).toBe(name);
    expect(file.text).toMatch(content);
    await page.getByText(`${name} · 30 rows`).waitFor();
    expect(visit.complaints).toEqual([]);
  });

  it('that is large is prepared by Redshift, and saved when it is ready', async () => {
    await run('flights/flight-by-flight?period=2001-01-01%2F2001-01-04');
    const file = await saved(() => choose('CSV'));
    expect(file.name).toBe('flight-by-flight-2001-01-01-2001-01-04.csv');
    await page.getByText('the rows are in no particular order').waitFor();
    expect(await faults(page)).toEqual([]);
  });

  it('that is large is no Excel file, and the page says what to use', async () => {
    await run('flights/flight-by-flight?period=2001-01-01%2F2001-01-04');
    await choose('Excel');
    await page.getByText('The result does not fit into such a file').waitFor();
    await page.getByText('Download CSV or Parquet instead').waitFor();
  });

  it('that was prepared is found by who left and came back', async () => {
    await run('flights/flight-by-flight?period=2001-02-01%2F2001-02-04');
    await choose('Parquet');
    await page
      .getByText('Redshift is preparing the Parquet file')
      .or(page.getByText('no particular order'))
      .waitFor();
    await page.goto(`${stack.page}/runs`);
    await page.getByRole('link', { name: 'Flight by flight' }).first().click();
    await page.getByText('The Parquet file is ready').waitFor();
    const file = await saved(() => button('Save the file').click());
    expect(file.name).toBe('flight-by-flight-2001-02-01-2001-02-04.parquet');
    expect(file.text).toMatch(/^PAR1/);
  });
});
