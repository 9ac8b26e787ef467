import type { Locator, Page } from 'playwright-core';
import { faults } from '../support/axe.ts';
import { signIn } from '../support/browser.ts';
import { stack } from '../support/stack.ts';
import { alterAnswers, holdBack } from './alter.ts';
import { visiting } from './visiting.ts';

jest.setTimeout(120_000); // each wait has a limit of its own, of 30 s

const { email, password } = stack.user;

describe('a form', () => {
  const visits = visiting();
  let page: Page;

  beforeEach(async () => {
    page = await visits.open({ permissions: ['notifications'] });
  });

  const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });
  const open = async (address: string) => {
    await signIn(page, stack.page, email, password);
    await page.getByText('Connection: open').first().waitFor();
    await page.goto(`${stack.page}/reports/${address}`);
    await button('Run').waitFor();
  };
  const link = () => new URL(page.url()).searchParams;
  const settled = (name: string, value: string) =>
    page.waitForURL(({ searchParams }) => searchParams.getAll(name).join() === value);
  /** Opens a list of choices, whose button says the field's label. */
  const list = async (label: string): Promise<Locator> => {
    await page.getByRole('button', { name: new RegExp(`^${label}`) }).click();
    const listbox = page.getByRole('listbox');
    await listbox.getByRole('option').nth(1).waitFor();
    return listbox;
  };

  it('says which days a relative range stands for, links to its word, and records the days', async () => {
    await open('taxi/same-days');
    await page.getByText(/^\w+ \d+.*\d{4} \(UTC\)\./).waitFor();
    await page.getByRole('button', { name: /^Period/ }).click();
    await page.getByRole('radio', { name: 'Last week' }).check();
    await button('Apply').click();
    await settled('period', 'last_week');
    expect(await faults(page)).toEqual([]);
    await page.keyboard.press('Control+Enter');
    await page.getByText('All 7 rows').waitFor();
    await button('About this run').click();
    await page.getByText(/^period: \w+ \d+.*\d{4}$/).waitFor();
  });

  it('takes any number of units, and refuses what is out of bounds while the picker is open', async () => {
    await open('taxi/same-days');
    await page.getByRole('button', { name: /^Period/ }).click();
    await page.getByRole('radio', { name: 'Another number' }).check();
    await page.getByRole('spinbutton').fill('45');
    await button('Apply').click();
    await settled('period', 'last_45_days');
    await page.getByText('Last 45 days').waitFor();
    await page.goto(`${stack.page}/reports/flights/delays-by-day?period=last_7_days`);
    await page.getByText(/^The most is 2001-06-30; this is \w+ \d+.*\.$/).waitFor();
  });

  it('narrows a list by another field, keeps what is still there and says what went', async () => {
    await open('flights/delays-by-hour?airport=ORD&airport=ANC');
    const states = await list('From state');
    await states.getByRole('option', { name: 'AK', exact: true }).click();
    await page.keyboard.press('Escape');
    await page.getByText('No longer among the choices, and taken out: ORD.').waitFor();
    await settled('airport', 'ANC');
    const airports = await list('From airport');
    await page.getByPlaceholder('Find a choice').fill('Barrow');
    await airports.getByRole('option', { name: /Barrow/ }).waitFor();
    await airports.getByRole('option', { name: 'Select all listed' }).click();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    expect(link().getAll('state')).toEqual(['AK']);
    await settled('airport', 'ANC,BRW');
    expect(await faults(page)).toEqual([]);
  });

  it('shows what a link brings that is no choice, and offers another try when the list fails', async () => {
    let fail = true;
    await alterAnswers(page, /\/result$/, (body) => {
      const broken = fail;
      fail = false;
      return broken ? { ...body, columns: [{ name: 'other', type: 'varchar' }] } : body;
    });
    await open('taxi/same-days?vendor=9');
    await page.getByRole('button', { name: /^Vendor/ }).click();
    await page.getByText('The choices could not be loaded.', { exact: true }).waitFor();
    await button('Try again').click();
    await page.getByRole('option', { name: 'VeriFone' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByText('Not in the list: 9.').waitFor();
  });

  it('says what is wrong as one types, by the server’s rules, and leads to it', async () => {
    await open('flights/delays-by-hour');
    const minutes = page.getByRole('textbox', { name: 'Late after (minutes)' });
    expect(await minutes.getAttribute('inputmode')).toBe('numeric');
    await minutes.fill('999');
    await page.getByText('The most is 240.', { exact: true }).waitFor();
    await button('Run').focus();
    await page.keyboard.press('Control+Enter');
    await page.locator('[aria-invalid="true"]:focus').waitFor();
    await minutes.fill('20');
    await page.getByText('The most is 240.', { exact: true }).waitFor({ state: 'detached' });
    await page.getByText('Nothing has run yet').waitFor();
  });

  it.each([
    ['taxi/daily?month=2015-13&run=1', 'Trip month', 'Enter a month as YYYY-MM.', '2015-13'],
    [
      'taxi/daily?month=2015-01&month=2015-02&run=1',
      'Trip month',
      'Only one value can be given.',
      '2015-01, 2015-02',
    ],
    ['flights/delays-by-hour?period=soon&run=1', /^Period/, 'Choose a first and a last day.', 'soon'],
  ])('shows what is wrong in the link %s, and runs nothing', async (address, name, problem, shown) => {
    await open(address);
    await page.getByText(problem, { exact: true }).waitFor();
    expect(await page.getByRole('textbox', { name }).inputValue()).toBe(shown);
    await page.getByText('Nothing has run yet').waitFor();
  });

  it('runs once when the link says so, but not when it names what the report does not have', async () => {
    await open('taxi/daily?month=2015-05&run=1');
    await page.getByText('All 31 rows').waitFor();
    expect(page.url()).toBe(`${stack.page}/reports/taxi/daily?month=2015-05`);
    await page.goto(`${stack.page}/reports/taxi/daily?month=2015-05&colour=red&run=1`);
    await page.getByText('It has no input called colour').waitFor();
    await page.getByText('Nothing has run yet').waitFor();
    expect(await faults(page)).toEqual([]);
  });

  it('lets one leave, and tells of the end on the page, in its title and by the browser', async () => {
    await page.addInitScript(`
      window.notices = [];
      window.Notification = class {
        static permission = 'default';
        static async requestPermission() { return (this.permission = 'granted'); }
        constructor(title, options) { window.notices.push(title + ': ' + options.body); }
      };
    `);
    await alterAnswers(page, /\/reports\/taxi%2Fdaily$/, (report) => ({ ...report, usualSeconds: 1 }));
    const news = await holdBack(page, '"status":"succeeded"');
    await open('taxi/daily?month=2015-06&vendor=2');
    await button('Run').click();
    await news.came;
    await page.getByText('Usually takes 1.0 s; longer than usual this time').waitFor();
    await button('Tell me in the browser, too').click();
    await page.getByText('The browser tells you, too.').waitFor();
    expect(await faults(page)).toEqual([]);
    await page.getByRole('link', { name: 'Reports', exact: true }).first().click();
    await page.getByRole('heading', { name: 'Reports', level: 1 }).waitFor();
    news.release();
    await page.getByText('Yellow taxi, day by day: Done').waitFor();
    await page.getByText(/^\d+ new$/).waitFor(); // others of this person's runs may be new as well
    expect(await page.title()).toMatch(/^\(\d+\) /);
    expect(await page.evaluate('window.notices')).toEqual(['Yellow taxi, day by day: Done']);
    expect(await faults(page)).toEqual([]);
    await page.getByRole('link', { name: 'Show it: Yellow taxi, day by day' }).click();
    await page.getByText('All 30 rows').waitFor();
    await page.waitForFunction("!document.title.startsWith('(')"); // what was looked at is no news
  });
});
