import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { faults } from '../support/axe.ts';
import { connectBrowser, openPage, signIn } from '../support/browser.ts';
import { copiedProject } from '../support/copied-project.ts';
import { startStack } from '../support/start-stack.cjs';

jest.setTimeout(180_000); // each wait has a limit of its own, of 30 s

/** A stack over a copy of the project, so that a test may save its reports. */
describe('a report that is saved', () => {
  const project = copiedProject();
  let running: Awaited<ReturnType<typeof startStack>>;
  let browser: Browser;
  let page: Page;
  let visit: Awaited<ReturnType<typeof openPage>>;

  beforeAll(async () => {
    running = await startStack(['--state', join(project, 'state')], project);
    browser = await connectBrowser();
    visit = await openPage(browser);
    page = visit.page;
    const { page: origin, users } = running.description;
    const engineer = users.find(({ groups }) => groups.includes('engineers'));
    await signIn(page, origin, engineer?.email ?? '', engineer?.password ?? '');
    await page.getByText('Connection: open').first().waitFor();
  });
  afterAll(async () => {
    await visit.close();
    await browser.close();
    await running.stop();
    rmSync(project, { recursive: true });
  });

  const file = join(project, 'sql/reports/taxi/vendors.sql');
  const whole = readFileSync(file, 'utf8');
  const save = (change: (text: string) => string): void => writeFileSync(file, change(whole));
  const open = async (path: string) => {
    await page.goto(running.description.page + path);
    await page.getByText('Connection: open').first().waitFor();
    await page.evaluate('window.notLoadedAgain = true');
  };
  afterEach(async () => expect(await page.evaluate('window.notLoadedAgain')).toBe(true));

  /** Resolves when the page, opened after this, has heard of a report that was saved. */
  const hearSaves = (): Promise<void> =>
    new Promise((resolve) => {
      page.once('websocket', (socket) =>
        socket.on(
          'framereceived',
          ({ payload }) => String(payload).includes('"type":"reports"') && resolve(),
        ),
      );
    });
  const button = (name: string) => page.getByRole('button', { name, exact: true });

  it('shows its new title and form on the open page, which is not loaded again', async () => {
    await open('/reports/taxi/vendors');
    await button('Run').waitFor();
    save((text) => text.replace(/^title: .*/m, 'title: Whose meters'));
    await page.getByRole('heading', { name: 'Whose meters' }).waitFor();
    save((text) =>
      text
        .replace('---*/', 'parameters: [{ name: least, label: Least id, type: integer, default: 0 }]\n---*/')
        .replace(/from nyc_yellow_taxi/, 'from nyc_yellow_taxi where vendorid >= :least'),
    );
    await page.getByRole('textbox', { name: 'Least id' }).waitFor();
    save((text) => text);
    await page.getByText('This report needs no inputs.').waitFor();
  });

  it('shows what is wrong with it, where, and the line with the place marked, until it is mended', async () => {
    await open('/reports/taxi/vendors');
    await button('Run').waitFor();
    save((text) => text.replace('from nyc_yellow_taxi', 'from nyc_yellow_taxi where [[ true ]]'));
    const line = whole.slice(0, whole.indexOf('from nyc_yellow_taxi')).split('\n').length;
    await page.getByText('The file of this report, dashboard or pipeline is broken').waitFor();
    await page.getByText(`reports/taxi/vendors.sql, line ${line}: a clause in`).waitFor();
    expect(await page.locator('.fault-line').textContent()).toMatch(
      /from nyc_yellow_taxi where \[\[ true \]\].*\n\s*\^/s,
    );
    expect(await faults(page)).toEqual([]);
    save((text) => text);
    await button('Run').waitFor();
  });

  it('shows where Redshift stumbled over it', async () => {
    await open('/reports/taxi/vendors');
    save((text) => text.replace('from nyc_yellow_taxi', 'from\n  nyc_yelow_taxi'));
    await page.waitForResponse((response) => response.url().endsWith('/reports/taxi%2Fvendors'));
    await button('Run').click();
    const line = whole.slice(0, whole.indexOf('from nyc_yellow_taxi')).split('\n').length + 1;
    await page.getByText('relation "nyc_yelow_taxi" does not exist').waitFor();
    await page.getByText(`Line ${line}, column 3 of the report’s file`).waitFor();
    save((text) => text);
  });

  it('fills the choices of another report anew', async () => {
    const heard = hearSaves();
    await open('/reports/taxi/daily');
    const vendors = page.getByRole('button', { name: /Vendor/ });
    await vendors.click();
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('Escape');
    save((text) => text.replace(/select[\s\S]*/, "select 7 as value, 'A seventh' as label;"));
    await heard;
    await vendors.click();
    await page.getByRole('option', { name: 'A seventh' }).waitFor();
    save((text) => text);
  });

  it('shows a dashboard anew whose file was saved, or that of its report, and loses nothing that ran', async () => {
    await open('/dashboards/taxi/overview');
    await page.getByText('Not run yet').first().waitFor();
    const table = join(project, 'sql/dashboards/taxi/overview.yaml');
    const yaml = readFileSync(table, 'utf8');
    await page.getByRole('button', { name: 'Run Trips', exact: true }).click();
    await page.getByText(/^Data as of/).waitFor();
    writeFileSync(table, yaml.replace('title: Every day', 'title: Day after day'));
    await page.getByRole('heading', { name: 'Day after day' }).waitFor();
    await page.getByText(/^Data as of/).waitFor();
    writeFileSync(table, yaml.replace('report: taxi/payments', 'rapport: taxi/payments'));
    await page.getByText('The file of this report, dashboard or pipeline is broken').waitFor();
    await page.getByText(/dashboards\/taxi\/overview.yaml, line \d+/).waitFor();
    writeFileSync(table, yaml);
    await page.getByRole('heading', { name: 'Every day' }).waitFor();
    const daily = join(project, 'sql/reports/taxi/payments.sql');
    const sql = readFileSync(daily, 'utf8');
    rmSync(daily);
    await page.getByText('There is no such report').waitFor();
    writeFileSync(daily, sql);
    await page.getByText('There is no such report').waitFor({ state: 'detached' });
  });

  it('changes the list of reports', async () => {
    save((text) => text);
    await open('/reports');
    await page.getByRole('link', { name: 'Taxi vendors' }).waitFor();
    save((text) => text.replace(/^title: .*/m, 'title: Listed anew'));
    await page.getByRole('link', { name: 'Listed anew' }).waitFor();
    rmSync(file);
    await page.getByRole('link', { name: 'Listed anew' }).waitFor({ state: 'detached' });
    save((text) => text);
    await page.getByRole('link', { name: 'Taxi vendors' }).waitFor();
  });
});
