import type { Report } from '@readout/runtime/contracts.ts';
import axe, { type AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { connectBrowser, openPage, signIn } from '../support/browser.ts';
import { newPerson } from '../support/new-person.ts';
import { stack } from '../support/stack.ts';
import { alterAnswers } from './alter.ts';

jest.setTimeout(120_000); // each wait has a limit of its own, of 30 s

const looks = [
  ['wide and light', { viewport: { width: 1440, height: 900 }, colorScheme: 'light' }],
  ['narrow and dark', { viewport: { width: 390, height: 844 }, colorScheme: 'dark' }],
] as const;

describe.each(looks)('the catalogue, %s,', (_look, options) => {
  let browser: Browser;
  let visit: Awaited<ReturnType<typeof openPage>>;
  let page: Page;
  let person: { email: string; password: string };

  beforeAll(async () => {
    browser = await connectBrowser();
    person = await newPerson();
    visit = await openPage(browser, options);
    page = visit.page;
    await signIn(page, stack.page, person.email, person.password);
    await title('Taxi vendors').waitFor();
  });
  afterAll(async () => {
    await visit.close();
    await browser.close();
  });
  afterEach(async () => {
    expect(visit.complaints).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
  });

  const title = (name: string) => page.locator('.report-title', { hasText: name });
  const titles = () => page.locator('.report-title').allTextContents();
  const search = () => page.getByRole('searchbox', { name: 'Find a report' });
  const section = (name: string) => page.getByRole('region', { name, exact: true });
  const folder = (name: string) =>
    page.getByRole('navigation', { name: 'Folders' }).getByRole('link', { name });
  const query = async (expected: string) => page.waitForURL((url) => url.search === expected);

  it('groups the reports by folder, and says of each who owns it and how old its data is', async () => {
    const row = section('taxi').getByRole('listitem').filter({ hasText: 'Taxi vendors' });
    await row.getByText('Owner: Taxi data team').waitFor();
    await row.getByText('Data loaded').waitFor();
    await row.getByText(/ ago$|^yesterday$|^now$/).waitFor();
    expect(await section('flights').getByRole('listitem').count()).toBeGreaterThan(0);
    expect(await faults(page)).toEqual([]);
  });

  it('finds by words in any order, marks them, and keeps them in the address', async () => {
    await page.keyboard.press('/');
    await page.keyboard.type('DAY taxi yellow');
    const matches = page.getByRole('region', { name: / match(es)?$/ });
    await page.locator('mark', { hasText: 'Yellow' }).first().waitFor(); // each letter finds something
    expect((await titles())[0]).toBe('Yellow taxi, day by day');
    expect(await page.locator('.report-title').first().locator('mark').allTextContents()).toEqual([
      'Yellow',
      'taxi',
      'day',
      'day',
    ]);
    await query('?q=DAY+taxi+yellow');
    await page.reload();
    await matches.waitFor();
    expect(await search().inputValue()).toBe('DAY taxi yellow');
    expect(await faults(page)).toEqual([]);
  });

  it('is walked with the arrow keys, and Back comes to what was searched for', async () => {
    await search().fill('taxi');
    await page.getByRole('region', { name: / matches$/ }).waitFor();
    const [first, second] = await titles();
    await search().focus();
    const focused = () => page.evaluate('document.activeElement.textContent');
    await page.keyboard.press('ArrowDown');
    expect(await focused()).toBe(first);
    await page.keyboard.press('ArrowDown');
    expect(await focused()).toBe(second);
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: first, level: 1 }).waitFor();
    await page.goBack();
    await title(first ?? '').waitFor();
    expect(await search().inputValue()).toBe('taxi');
  });

  it('leads on where nothing is found', async () => {
    await page.goto(`${stack.page}/reports?q=vendors&folder=flights`);
    await page.getByText('No report matches').waitFor();
    expect(await faults(page)).toEqual([]);
    await page.getByRole('link', { name: 'Show 1 match among all reports' }).click();
    await title('Taxi vendors').waitFor();
    await search().fill('nothing of the kind');
    await page.getByRole('link', { name: 'Clear the search' }).click();
    await section('flights').waitFor();
    await query('');
  });

  it('narrows by folder and by tags', async () => {
    await folder('flights').click();
    await query('?folder=flights');
    await section('taxi').waitFor({ state: 'detached' });
    await page
      .getByRole('list', { name: 'Tags' })
      .getByRole('link', { name: /^delays/ })
      .click();
    await query('?tag=delays&folder=flights');
    await section('3 matches').waitFor();
    await page
      .getByRole('list', { name: 'Tags' })
      .getByRole('link', { name: /^delays/ })
      .click();
    await query('?folder=flights');
  });

  it('keeps favourites first, on every device', async () => {
    await folder('Favourites').click();
    await page.getByText('No favourites yet').waitFor();
    await folder('All reports').click();
    const kept = page.waitForResponse(
      (response) =>
        response.request().method() === 'PUT' && response.url().endsWith('/preferences/favourites'),
    );
    await page.getByRole('button', { name: 'Add Taxi vendors to favourites' }).click();
    await section('Favourites').getByRole('link', { name: 'Taxi vendors' }).waitFor();
    expect((await titles())[0]).toBe('Taxi vendors');
    expect((await kept).status()).toBe(200);
    const other = await openPage(browser);
    await signIn(other.page, stack.page, person.email, person.password);
    await other.page
      .getByRole('region', { name: 'Favourites', exact: true })
      .getByRole('link', { name: 'Taxi vendors' })
      .waitFor();
    await other.close();
    await page.getByRole('button', { name: 'Remove Taxi vendors from favourites' }).click();
    await section('Favourites').waitFor({ state: 'detached' });
  });

  it('says what one has run, how long it usually takes, and leads to the run', async () => {
    await title('Delays over the day').click();
    await page.getByRole('button', { name: 'Run', exact: true }).click();
    await page.getByText(/^Data loaded \w+ \d+, \d{4}/).waitFor();
    await page.getByRole('button', { name: 'About this run' }).click();
    await page.getByText('Read by Redshift').waitFor();
    await page.goto(`${stack.page}/reports`);
    const row = section('Recently run').getByRole('listitem').filter({ hasText: 'Delays over the day' });
    await row.getByText(/^[\d.]+ s$/).waitFor();
    await row.getByText('You ran it').waitFor();
    expect(await faults(page)).toEqual([]);
    await row.getByRole('link', { name: / ago$|now/ }).click();
    await page.getByRole('grid').waitFor();
    await page.goto(`${stack.page}/reports?list=recent`);
    await section('Recently run').waitFor();
    expect(await titles()).toEqual(['Delays over the day']);
  });

  it('shows what is broken, for whom a report is, and nothing of data as markup', async () => {
    const odd = (at: number, change: Partial<Report>): Report => ({
      id: `odd/${at}`,
      title: `Odd ${at}`,
      tags: [],
      parameters: [],
      ...change,
    });
    await alterAnswers(page, /\/reports$/, () => ({
      reports: [
        odd(1, { error: { name: 'InvalidTemplate', message: 'odd/1.sql, line 3: nothing to run' } }),
        odd(2, { access: ['analysts', 'drivers'] }),
        odd(3, { title: '<b class="smuggled">bold</b>', description: '<img src=x class="smuggled">' }),
      ],
    }));
    await page.goto(`${stack.page}/reports`);
    await page.getByText('odd/1.sql, line 3: nothing to run').waitFor();
    await page.getByText('For analysts, drivers').waitFor();
    await search().fill('bold class');
    await section('1 match').waitFor();
    expect(await titles()).toEqual(['<b class="smuggled">bold</b>']);
    expect(await page.locator('.smuggled').count()).toBe(0);
    expect(await faults(page)).toEqual([]);
  });

  it('finds one among hundreds', async () => {
    const many = Array.from({ length: 600 }, (_, at) => ({
      id: `many/${at % 20}/report-${at}`,
      title: `Report number ${at}`,
      description: 'One of many.',
      tags: [`tag-${at % 30}`],
      parameters: [],
    }));
    await page.unrouteAll();
    await alterAnswers(page, /\/reports$/, () => ({ reports: many }));
    await page.goto(`${stack.page}/reports`);
    await title('Report number 599').waitFor();
    await page.getByRole('button', { name: '20 more tags' }).click();
    await page.getByRole('button', { name: 'Fewer tags' }).waitFor();
    await search().pressSequentially('number 417');
    await section('1 match').waitFor();
    expect(await titles()).toEqual(['Report number 417']);
  });
});

/** What axe finds wrong: its rule, and where. */
const faults = async (page: Page): Promise<string[]> => {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate<AxeResults>("axe.run({ resultTypes: ['violations'] })");
  return violations
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
    .filter((fault) => !/^aria-allowed-attr: .* aria-orientation="horizontal"/.test(fault));
};
