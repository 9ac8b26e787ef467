import { buffer } from 'node:stream/consumers';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { faults } from '../support/axe.ts';
import { signIn } from '../support/browser.ts';
import { stack } from '../support/stack.ts';
import { alterAnswers } from './alter.ts';
import { visiting } from './visiting.ts';

jest.setTimeout(120_000); // each wait has a limit of its own, of 30 s

const { email, password } = stack.user;

describe('a chart', () => {
  const visits = visiting();
  let page: Page;

  const open = async (report: string, options: BrowserContextOptions = {}) => {
    page = await visits.open({ acceptDownloads: true, ...options });
    await signIn(page, stack.page, email, password);
    await page.getByText('Connection: open').first().waitFor();
    await draw(report);
  };
  /** Runs a report and looks at its chart. */
  const draw = async (report: string) => {
    await page.goto(`${stack.page}/reports/${report}`);
    await page.getByRole('button', { name: 'Run', exact: true }).click();
    await look();
    await page.locator('.chart canvas').waitFor();
  };
  /** The switch of views is a list on a narrow screen. */
  const look = async () => {
    const list = page.getByRole('button', { name: /^View of the result/ });
    const side = page.getByRole('button', { name: 'Chart', exact: true });
    await list.or(side).first().waitFor();
    if (await side.isVisible()) return side.click();
    await list.click();
    await page.getByRole('option', { name: 'Chart', exact: true }).click();
  };
  const chart = (name: RegExp) => page.getByRole('application', { name });
  const reading = () => page.locator('.chart').getByRole('status');
  const pick = async (label: string, option: string) => {
    await page.getByRole('button', { name: label }).click();
    await page.getByRole('option', { name: option, exact: true }).click();
  };
  const save = async (format: 'PNG' | 'SVG') => {
    await page.getByRole('button', { name: 'Save picture' }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: format, exact: true }).click(),
    ]);
    return { name: download.suggestedFilename(), content: await buffer(await download.createReadStream()) };
  };

  it('is drawn as its report says, described, and walked by keys with every digit', async () => {
    await open('taxi/daily?month=2015-12');
    await chart(/^Line chart: Fares by Day, 31 places\. From 2015-12-01 to 2015-12-31\./).focus();
    await page.keyboard.press('ArrowRight');
    await expect(reading().textContent()).resolves.toMatch(/^2015-12-01, Fares \$\d\d,\d{3}\.\d\d$/);
    await page.keyboard.press('End');
    await expect(reading().textContent()).resolves.toMatch(/^2015-12-31, /);
  });

  it('is drawn by hand, kept, and drawn as the report says again', async () => {
    await open('taxi/daily?month=2015-12');
    await pick('Chart type', 'Bar');
    await chart(/^Bar chart: Fares/).waitFor();
    await page.getByRole('button', { name: 'Chart settings' }).click();
    await pick('Order', 'Largest first');
    await page.getByLabel('How many of the largest').fill('3');
    await page.getByText('The 3 largest of 31 values of Day are drawn.').waitFor();
    await draw('taxi/daily?month=2015-11');
    await chart(/^Bar chart: Fares by Day, 3 places/).waitFor();
    const forgotten = page.waitForResponse((answer) => isOfCharts(answer.url(), answer.request().method()));
    await page.getByRole('button', { name: 'Draw as the report says' }).click();
    await chart(/^Line chart: Fares/).waitFor();
    await forgotten;
  });

  it('gives a stretch of it to the filter of the rows, by pointer and by keys', async () => {
    await open('taxi/daily?month=2015-12');
    const whole = chart(/^Line chart: Fares by Day, 31 places/);
    const { x, y, width, height } = (await whole.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
    const at = (share: number) => [x + width * share, y + height / 3] as const;
    await page.mouse.move(...at(0.4));
    await page.mouse.down();
    for (const share of [0.45, 0.5, 0.55, 0.6]) await page.mouse.move(...at(share));
    await page.mouse.up();
    await chart(
      /^Line chart: Fares by Day, ([5-9]|1[0-2]) places\. From 2015-12-1\d to 2015-12-[12]\d\./,
    ).waitFor();
    await page.getByRole('button', { name: /^Remove filter: Day/ }).click();
    await whole.focus();
    await page.keyboard.press('Home');
    for (let day = 2; day <= 5; day += 1) await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.press('Enter');
    await chart(/^Line chart: Fares by Day, 5 places\. From 2015-12-01 to 2015-12-05\./).waitFor();
  });

  it('is saved as a picture with the title in it, named after the report', async () => {
    await open('taxi/daily?month=2015-12', { colorScheme: 'light' });
    const png = await save('PNG');
    expect(png.name).toBe('yellow-taxi-day-by-day-line.png');
    expect([...png.content.subarray(1, 4)]).toEqual([...Buffer.from('PNG')]);
    expect([png.content.readUInt32BE(16), png.content.readUInt32BE(20)]).toEqual([2400, 1350]);
    const svg = await save('SVG');
    expect(svg.name).toBe('yellow-taxi-day-by-day-line.svg');
    expect(svg.content.toString()).toContain('>Yellow taxi, day by day</text>');
    expect(svg.content.toString()).toContain('#4338ca');
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.locator('body.awsui-dark-mode').waitFor();
    expect((await save('SVG')).content.toString()).toContain('#a5b4fc');
  });

  it('of a result that can be read in part says so, and so does its picture', async () => {
    page = await visits.open({ acceptDownloads: true });
    const cut = 'Only the first 20 of 31 rows can be read; the others are not in it.';
    await alterAnswers(page, /\/result$/, (body) => ({
      ...body,
      rows: body.rows.slice(0, 20),
      capped: { rows: 20 },
    }));
    await signIn(page, stack.page, email, password);
    await page.getByText('Connection: open').first().waitFor();
    await draw('taxi/daily?month=2015-12');
    await chart(/^Line chart: Fares by Day, 20 places/).waitFor();
    await page.locator('.chart-notes').getByText(cut).waitFor();
    expect((await save('SVG')).content.toString()).toContain(cut);
  });

  it('shows text of the data as text, wherever it stands', async () => {
    const hostile = '<img src=x onerror="window.hit = 1">{a|b}';
    page = await visits.open({ acceptDownloads: true });
    await alterAnswers(page, /\/result$/, (body) => ({
      ...body,
      rows: body.rows.map(([_, ...row]: unknown[], at: number) => [at === 0 ? hostile : `x${at}`, ...row]),
    }));
    await signIn(page, stack.page, email, password);
    await page.getByText('Connection: open').first().waitFor();
    await draw('flights/busiest-routes?airport=ATL');
    await chart(/^Bar chart: Flights by Destination/).focus();
    await page.keyboard.press('Home');
    await expect(reading().textContent()).resolves.toContain(hostile);
    expect((await save('SVG')).content.toString()).not.toContain('<img');
    expect(await page.evaluate('window.hit')).toBeUndefined();
  });

  it.each([
    ['wide and light', { viewport: { width: 1440, height: 900 }, colorScheme: 'light' }],
    ['narrow and dark', { viewport: { width: 390, height: 844 }, colorScheme: 'dark' }],
  ] as const)('keeps nobody out and stays on the screen, %s', async (_look, options) => {
    await open('flights/delays-by-hour', options);
    for (const report of ['taxi/payments', 'flights/delays-by-hour']) {
      await draw(report);
      await page.getByRole('button', { name: 'Chart settings' }).click();
      await page.getByLabel('How many of the largest').waitFor();
      expect(await faults(page)).toEqual([]);
      const wide = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
      expect(await page.evaluate(wide)).toBe(0);
    }
  });
});

/** Whether a request keeps how charts are drawn. */
const isOfCharts = (url: string, method: string): boolean =>
  method === 'PUT' && url.endsWith('/preferences/charts');
