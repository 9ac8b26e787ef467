import axe, { type AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { signIn } from '../support/browser.ts';
import { stack } from '../support/stack.ts';
import { visiting } from './visiting.ts';

jest.setTimeout(240_000); // each wait has a limit of its own

const { email, password } = stack.user;

const visits = visiting();
let page: Page;

const button = (name: string) => page.getByRole('button', { name, exact: true });
const text = (words: string | RegExp) => page.getByText(words, { exact: true });
const header = (label: string) => page.getByRole('columnheader', { name: new RegExp(`^${label}`) });
const cell = (row: number, column: number) =>
  page.locator(`[row-index="${row}"] [aria-colindex="${column}"]`).first();

const open = async (address: string, options = {}) => {
  page = await visits.open(options);
  await page.addInitScript('navigator.clipboard.writeText = async (text) => { window.copied = text; }');
  await signIn(page, stack.page, email, password);
  await page.getByText('Connection: open').first().waitFor();
  await page.goto(`${stack.page}/reports/${address}`);
  await button('Run').click();
  await page.getByRole('grid').waitFor();
};
/** The page may write to the clipboard and, by its policy, not read it. */
const copied = () => page.evaluate<string>('window.copied');
const pick = async (label: string, option: string) => {
  await page.getByRole('button', { name: new RegExp(`^${label}\\b`) }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
};

it('shows labels and formats of the report, copies the digits behind them, and all by keyboard', async () => {
  await open('taxi/daily?month=2015-10');
  await text('All 31 rows').waitFor();
  await header('Fares').waitFor();
  expect(await cell(0, 5).textContent()).toMatch(/^\$[\d,]+\.\d\d$/);
  await cell(0, 4).click();
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Control+c');
  await text('4 cells copied').waitFor();
  const rows = (await copied()).split('\n').map((line) => line.split('\t'));
  expect(rows).toHaveLength(2);
  expect(rows.flat()).toEqual(Array(4).fill(expect.stringMatching(/^\d+\.\d\d$/)));
  await button('Copy').click();
  await page.waitForFunction("window.copied.startsWith('Distance\\tFares\\n')");
});

it('copies what was chosen, however fast the keys come one after the other', async () => {
  await open('taxi/daily?month=2015-10');
  await text('All 31 rows').waitFor();
  await cell(0, 4).click();
  await page.evaluate(`
    for (const [key, held] of [['ArrowRight', 'shiftKey'], ['ArrowDown', 'shiftKey'], ['c', 'ctrlKey']])
      document.activeElement.dispatchEvent(
        new KeyboardEvent('keydown', { key, [held]: true, bubbles: true, cancelable: true }),
      );
  `);
  await text('4 cells copied').waitFor();
  await header('Fares').click();
  await page.locator('[role=columnheader][aria-sort=ascending]').waitFor();
  await button('Copy').click();
  await page.waitForFunction("window.copied.split('\\n').length === 1 + 2");
  await cell(0, 4).click();
  await page.keyboard.press('Shift+PageDown');
  await page.locator('[row-index="10"] .cell-chosen').first().waitFor();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+c');
  await text('155 cells copied').waitFor();
});

it('leaves the rows where they are while something else of the view changes', async () => {
  await open('taxi/daily?month=2015-09');
  await text('All 30 rows').waitFor();
  await cell(0, 1).waitFor();
  await page.evaluate(`document.querySelector('.ag-row[row-index="0"]').dataset.mark = 'first'`);
  await button('Filter').click();
  await button('Apply').waitFor();
  await button('Close').click();
  await button('Apply').waitFor({ state: 'detached' });
  expect(await page.locator('[data-mark=first] .ag-cell').first().textContent()).toBe('2015-09-01');
});

it('sorts by several columns, and shows what passes the filters in every view', async () => {
  await open('flights/busiest-routes?airport=ORD&most=60');
  await text('All 60 rows').waitFor();
  await header('State').click();
  await header('Flights').click({ modifiers: ['Shift'] });
  await page.locator('[role=columnheader][aria-sort=ascending]').nth(1).waitFor();
  const states = await page.locator('[col-id=state].ag-cell').allTextContents();
  expect(states).toEqual([...states].sort());

  await header('Flights').focus();
  await page.keyboard.press('Alt+ArrowDown');
  await page.getByRole('textbox', { name: 'From' }).fill('a few');
  await button('Apply').click();
  await text('Enter a number, such as 12.5.').waitFor();
  await page.getByRole('textbox', { name: 'From' }).fill('2000');
  await button('Apply').click();
  const passing = page.getByText(/^\d+ of 60 rows$/);
  await passing.waitFor();
  const shown = Number((await passing.textContent())?.split(' ')[0]);
  expect(shown).toBeGreaterThan(0);
  expect(shown).toBeLessThan(60);
  expect(await page.getByRole('grid').getAttribute('aria-rowcount')).toBe(String(shown + 1));

  await button('Summary').click();
  const summary = page.getByRole('region', { name: 'Flights' });
  await summary.getByText('Least', { exact: true }).waitFor();
  expect(await summary.locator('dd').first().textContent()).toBe(String(shown));
  await button('Pivot').click();
  await page.getByRole('table').waitFor();
  expect(await page.locator('.pivot tfoot td').last().textContent()).toBe(String(shown));

  await button('Remove filter: Flights: 2,000 or more').click();
  await page.locator('.pivot tfoot td').last().getByText('60', { exact: true }).waitFor();
});

it('filters by values that it has counted', async () => {
  await open('taxi/trips?month=2015-02');
  await text('All 31,304 rows').waitFor();
  await button('Filter').click();
  await pick('Column', 'Passengers');
  await pick('Rows whose value', 'is one of');
  await button('Values Choose values').click();
  await page.getByRole('option', { name: /^6/ }).first().click();
  await page.keyboard.press('Escape');
  await button('Apply').click();
  await page.getByText(/^[\d,]+ of 31,304 rows$/).waitFor();
  expect(new Set(await page.locator('[col-id=passenger_count].ag-cell').allTextContents())).toEqual(
    new Set(['6']),
  );
});

it('sums a pivot table by month across, with totals, and saves it', async () => {
  await open('flights/delays-by-day?period=2001-01-01/2001-03-31');
  await text('All 90 rows').waitFor();
  await button('Pivot').click();
  await pick('Rows: Group by', 'Month');
  await pick('Measure', 'Sum');
  await page.getByRole('button', { name: 'Value Flights' }).waitFor();
  await page.getByRole('rowheader', { name: '2001-03' }).waitFor();
  const numbers = (await page.locator('.pivot td').allTextContents()).map((one) =>
    Number(one.replaceAll(',', '')),
  );
  expect(numbers).toHaveLength(4);
  expect(numbers[3]).toBe((numbers[0] ?? 0) + (numbers[1] ?? 0) + (numbers[2] ?? 0));
  await button('Copy').click();
  await text('Pivot table copied').waitFor();
  expect(await copied()).toBe(
    `Day\tSum of Flights\n${['2001-01', '2001-02', '2001-03', 'Total'].map((key, at) => `${key}\t${numbers[at]}`).join('\n')}`,
  );
  const [saved] = await Promise.all([page.waitForEvent('download'), button('Download CSV').click()]);
  expect(saved.suggestedFilename()).toBe('Flight delays, day by day.csv');
});

it('hides, orders and widens columns, and keeps that for the report', async () => {
  await open('taxi/daily?month=2015-10');
  await text('All 31 rows').waitFor();
  await button('Columns').click();
  await page.getByRole('dialog').getByText('Hours', { exact: true }).click();
  await button('Apply').click();
  await header('Hours').waitFor({ state: 'detached' });
  await header('Day').focus();
  await page.keyboard.press('Alt+ArrowRight');
  const width = async () => (await header('Day').boundingBox())?.width;
  const wide = await width();
  await page.reload();
  await button('Run').click();
  await header('Day').waitFor();
  expect(await header('Hours').count()).toBe(0);
  expect(await width()).toBe(wide);
  await button('As the report says').click();
  await header('Hours').waitFor();
});

it('scrolls to the last of very many rows, and says how far it has read', async () => {
  await open('flights/flight-by-flight?period=2001-01-01/2001-01-07');
  await page.getByText(/^[\d,]+ of [\d,]+ rows loaded$/).waitFor();
  const grid = page.getByRole('grid');
  const all = Number(await grid.getAttribute('aria-rowcount')) - 1;
  expect(all).toBeGreaterThan(100_000);
  await cell(0, 1).click();
  await page.keyboard.press('Control+End');
  await page
    .locator(`[row-index="${all - 1}"]`)
    .first()
    .waitFor();
  await page.getByText(`All ${all.toLocaleString('en')} rows`).waitFor({ timeout: 120_000 });
  expect(
    await page
      .locator(`[row-index="${all - 1}"] .ag-cell`)
      .first()
      .textContent(),
  ).toMatch(/^2001-01-0[78]/);
});

it('reads no further once nobody looks', async () => {
  await open('flights/flight-by-flight?period=2001-01-01/2001-01-07');
  await page.getByText(/^[\d,]+ of [\d,]+ rows loaded$/).waitFor();
  await button('Summary').click();
  await page.getByText('This needs every row.').waitFor();
  await page.getByRole('link', { name: 'Runs', exact: true }).click();
  await page.getByRole('heading', { name: 'Runs' }).waitFor();
  const asked: string[] = [];
  await page.waitForTimeout(500); // the page that was on its way
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.waitForTimeout(1_000);
  expect(asked.filter((path) => path.endsWith('/result'))).toEqual([]);
});

it.each([
  ['wide and light', { viewport: { width: 1440, height: 900 }, colorScheme: 'light' }],
  ['narrow and dark', { viewport: { width: 390, height: 844 }, colorScheme: 'dark' }],
] as const)('keeps nobody out of any view: %s', async (_look, options) => {
  await open('taxi/daily?month=2015-11', options);
  await text('All 30 rows').waitFor();
  await button('Filter').click();
  await button('Apply').click();
  await text('Enter something to look for.').waitFor();
  expect(await faults()).toEqual([]);
  await page.getByRole('textbox', { name: 'From' }).fill('2015-11-03');
  await button('Apply').click();
  await text('28 of 30 rows').waitFor();
  await button('Close').click();
  for (const [view, sign] of [
    ['Summary', page.getByText('Most frequent').or(page.getByText('Every value is there once.')).last()],
    ['Pivot', page.getByRole('table')],
  ] as const) {
    // Where there is little room, views are chosen from a list.
    if (options.viewport.width < 600) await pick('View of the result', view);
    else await button(view).click();
    await sign.waitFor();
    expect(await faults()).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
  }
  await button('What it is').click();
  await page.getByRole('dialog', { name: 'What it is' }).waitFor();
  expect(await faults()).toEqual([]);
});

/** What axe finds wrong: its rule, and where. */
const faults = async (): Promise<string[]> => {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate<AxeResults>("axe.run({ resultTypes: ['violations'] })");
  return violations
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
    .filter((fault) => !/^aria-allowed-attr: .* aria-orientation="horizontal"/.test(fault));
};
