import type { Browser, Page } from 'playwright-core';
import * as de from '../../web/src/words/de/index.ts';
import { faults } from '../support/axe.ts';
import { connectBrowser, openPage } from '../support/browser.ts';
import { englishOn } from '../support/other-words.ts';
import { signedIn } from '../support/person.ts';
import { stack } from '../support/stack.ts';

jest.setTimeout(180_000); // each wait has a limit of its own, of 30 s

/** One person's visit in German, from the sign-in on, in the order of the tests. */
describe('the page in German', () => {
  let browser: Browser;
  let visit: Awaited<ReturnType<typeof openPage>>;
  let page: Page;
  let data: object;

  beforeAll(async () => {
    browser = await connectBrowser();
    visit = await openPage(browser, { locale: 'de-DE', acceptDownloads: true });
    page = visit.page;
    const { email, password } = stack.user;
    data = await dataOf(email, password);
    await page.goto(stack.page);
    await page.getByRole('heading', { name: de.signIn.title }).waitFor();
    await saysNoEnglish();
    await page.getByLabel(de.signIn.email).fill(email);
    await page.getByLabel(de.signIn.password, { exact: true }).fill('falsch');
    await button(de.signIn.submit).click();
    await page.getByText(de.authErrors.NotAuthorizedException ?? '').waitFor();
    await saysNoEnglish();
    await page.getByLabel(de.signIn.password, { exact: true }).fill(password);
    await button(de.signIn.submit).click();
    await page.getByText('Verbindung: aktiv').first().waitFor();
    visit.complaints.splice(0);
  });
  afterAll(async () => {
    await visit.close();
    await browser.close();
  });
  afterEach(async () => {
    await saysNoEnglish();
    expect(visit.complaints).toEqual([]);
  });

  /** What a dashboard, a report, a choice or a pipeline says is the data's, whatever the page speaks. */
  const dataOf = async (email: string, password: string): Promise<object> => {
    const person = await signedIn(email, password);
    const paths = [
      '/reports',
      '/dashboards',
      '/pipelines',
      '/dashboards/flights%2Foverview',
      '/pipelines/sales',
    ];
    const answers = await Promise.all(paths.map((path) => person.rest('GET', path)));
    return [...answers.map(({ body }) => body), 'English', email];
  };
  const saysNoEnglish = async () => {
    expect(await page.getAttribute('html', 'lang')).toBe('de');
    expect(await englishOn(page, de, data)).toEqual([]);
    expect(await faults(page)).toEqual([]);
  };
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const open = async (path: string) => {
    await page.goto(stack.page + path);
    await page.getByText('Verbindung: aktiv').first().waitFor();
  };
  const run = async (path: string) => {
    await open(path);
    await button(de.report.run).click();
    await page.getByRole('grid').waitFor();
  };

  it('lists the reports, and finds one', async () => {
    await page.getByRole('heading', { name: de.reports.title, level: 1 }).waitFor();
    await page.getByRole('link', { name: 'Taxi vendors' }).waitFor();
    await saysNoEnglish();
    await page.getByRole('searchbox').fill('nichts dergleichen');
    await page.getByText(de.reports.noMatchTitle).waitFor();
  });

  it('has the menus of the bar', async () => {
    await open('/reports');
    for (const label of [de.language, de.theme.label]) {
      await page.getByRole('button', { name: label }).click();
      await page.getByRole('menuitemcheckbox').first().waitFor();
      await saysNoEnglish();
      await page.keyboard.press('Escape');
    }
    await page.getByRole('button', { name: /^Posteingang/ }).click();
    await page.getByText(de.inbox.none).waitFor();
  });

  it('judges a form', async () => {
    await open('/reports/taxi/trips?month=2015-03');
    await page.getByRole('textbox', { name: 'Fare at least' }).fill('viel');
    await button(de.report.run).click();
    await page.locator('[aria-invalid=true]').waitFor();
  });

  it('shows a date range, and what it offers', async () => {
    await open('/reports/flights/busiest-routes');
    await page.getByRole('button', { name: /Period/ }).click();
    await page.getByRole('dialog').waitFor();
    await saysNoEnglish();
    await page.keyboard.press('Escape');
  });

  it('shows rows, filters them, and what is known of the run', async () => {
    await run('/reports/flights/busiest-routes?airport=ORD');
    await page.getByText(/^Alle 15 Zeilen$/).waitFor();
    await saysNoEnglish();
    await button(de.result.filter.title).click();
    await page.getByRole('button', { name: de.result.filter.apply }).waitFor();
    await saysNoEnglish();
    await button(de.result.about).click();
    await page.getByRole('dialog').waitFor();
    await saysNoEnglish();
    await page.keyboard.press('Escape');
  });

  it.each(['chart', 'summary', 'pivot'] as const)('shows the %s of a result', async (view) => {
    await run('/reports/taxi/daily?month=2015-12');
    await button(de.result.view[view]).click();
    const there = {
      chart: page.locator('.chart canvas'),
      summary: page.getByText(de.result.summary.distinct).first(),
      pivot: page.getByText(de.result.pivot.measure).first(),
    };
    await there[view].waitFor();
    if (view === 'chart') await button(de.chart.settings).click();
  });

  it('downloads, and says so', async () => {
    await run('/reports/taxi/daily?month=2015-12');
    await button(de.download.menu).click();
    await page.getByRole('menuitem', { name: 'CSV' }).waitFor();
    await saysNoEnglish();
    const saved = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: 'CSV' }).click();
    await saved;
    await page.getByText(/daily-2015-12\.csv · 31 Zeilen/).waitFor();
  });

  it('says why a query failed and why something may not be seen, not in the words of the server', async () => {
    const told = { name: 'AccessDenied', message: 'The report is for other groups than yours.' };
    await page.route(/\/reports\/taxi%2Fdaily$/, (route) =>
      route.fulfill({ status: 403, json: { error: told } }),
    );
    await open('/reports/taxi/daily');
    await page.getByText(de.errorTitles.AccessDenied).waitFor();
    await page.getByText(de.errorTexts.AccessDenied?.({}) ?? '').waitFor();
    await page.unroute(/\/reports\/taxi%2Fdaily$/);
    visit.complaints.splice(0); // the browser's own, of the 403
    await open('/runs/00000000-0000-4000-8000-000000000000');
    await page.getByText(de.errorTitles.RunNotFound).waitFor();
    visit.complaints.splice(0);
  });

  it('runs a dashboard', async () => {
    await open('/dashboards');
    await page.getByRole('link', { name: 'Flights at a glance' }).waitFor();
    await saysNoEnglish();
    await open('/dashboards/flights/overview?run=1');
    await page.getByText('8 Kacheln fertig').first().waitFor();
    await page.locator('.chart canvas').nth(2).waitFor();
  });

  it('has the runs, and compares two', async () => {
    for (const vendor of ['1', '2']) await run(`/reports/taxi/daily?month=2015-12&vendor=${vendor}`);
    await open('/runs');
    const marks = page.getByRole('checkbox', { name: /Yellow taxi, day by day/ });
    await marks.nth(1).waitFor();
    await saysNoEnglish();
    for (const nth of [0, 1]) await marks.nth(nth).check({ force: true });
    await button(de.runs.compare).click();
    await page.getByRole('heading', { name: de.navigation.compare, level: 1 }).waitFor();
    await page.getByRole('table').first().waitFor();
  });

  it('puts two reports side by side', async () => {
    await open('/side-by-side?left=taxi/daily&right=taxi/payments');
    await button(de.report.run).nth(1).waitFor();
  });

  it('shows the pipelines', async () => {
    await open('/pipelines');
    await page.getByRole('link', { name: 'Sales of a shop' }).waitFor();
    await saysNoEnglish();
    await open('/pipelines/sales');
    await button(de.pipeline.start).waitFor();
  });

  it('says when the server cannot be reached', async () => {
    await page.route(/\/reports$/, (route) =>
      new URL(route.request().url()).origin === new URL(stack.page).origin ? route.continue() : route.abort(),
    );
    await page.goto(`${stack.page}/reports`);
    await page.getByText(de.errorTitles.Offline).waitFor();
    await page.getByText(de.errorTexts.Offline?.({}) ?? '').waitFor();
    await saysNoEnglish();
    visit.complaints.splice(0);
  });
});
