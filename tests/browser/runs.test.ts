import type { Browser, Page } from 'playwright-core';
import { faults } from '../support/axe.ts';
import { connectBrowser, openPage, signIn } from '../support/browser.ts';
import { newPerson } from '../support/new-person.ts';
import { type Person, signedIn } from '../support/person.ts';
import { stack } from '../support/stack.ts';
import { LOOKS } from './visits.ts';

jest.setTimeout(120_000); // each wait has a limit of its own, of 30 s

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
const link = (page: Page, name: string) => page.getByRole('link', { name });

describe.each(LOOKS)('what a person has run, %s,', (_look, options) => {
  let browser: Browser;
  let visit: Awaited<ReturnType<typeof openPage>>;
  let page: Page;
  let person: Person;

  /** Starts a run as another device of the person would, and waits for its end. */
  const elsewhere = async (report: string, inputs: object): Promise<string> => {
    const line = await person.connect();
    line.send({ action: 'run', report, inputs, topic: 'elsewhere' });
    const { runId } = await line.message({ topic: 'elsewhere', status: 'succeeded' });
    await line.close();
    return runId;
  };

  beforeAll(async () => {
    browser = await connectBrowser();
    const { email, password } = await newPerson('analysts');
    person = await signedIn(email, password);
    visit = await openPage(browser, options);
    page = visit.page;
    await signIn(page, stack.page, email, password);
    await page.getByText('Connection: open').first().waitFor();
  });
  afterEach(() => expect(visit.complaints).toEqual([]));
  afterAll(async () => {
    await visit.close();
    await browser.close();
  });

  it('comes into the inbox as it ends, and leaves it when it is looked at', async () => {
    await button(page, 'Inbox: nothing new').waitFor();
    await elsewhere('taxi/vendors', {});
    await elsewhere('taxi/daily', { month: '2015-06' });
    await button(page, 'Inbox: 2 not looked at yet').click();
    await page.getByRole('region', { name: 'Ended, not looked at yet' }).waitFor();
    expect(await faults(page)).toEqual([]);
    await page
      .getByRole('region', { name: 'Ended, not looked at yet' })
      .getByRole('link', { name: 'Yellow taxi, day by day' })
      .click();
    await page
      .getByText(/^All 30 rows/)
      .first()
      .waitFor();
    await button(page, 'Inbox: 1 not looked at yet').click();
    await button(page, 'Mark all as looked at').click();
    await page.getByText('You have looked at everything that has ended.').waitFor();
    await page.keyboard.press('Escape');
  });

  it('is no news on another device either', async () => {
    const kept = () => person.rest('GET', '/preferences');
    while ((await kept()).body.preferences['inbox.seen'] === undefined) await page.waitForTimeout(100);
    await page.reload();
    await button(page, 'Inbox: nothing new').waitFor();
  });

  it('is listed with its inputs, and found by them', async () => {
    await elsewhere('taxi/daily', { month: '2015-07' });
    await page.goto(`${stack.page}/runs`);
    await page.getByText('month: 2015-07').waitFor();
    await page.getByText('month: 2015-06').waitFor();
    expect(await faults(page)).toEqual([]);
    await page.getByLabel('Inputs or title').fill('2015-06');
    await page.getByText('month: 2015-07').waitFor({ state: 'detached' });
    await page.getByText('month: 2015-06').waitFor();
    await page.waitForURL(/text=2015-06/);
    await page.reload();
    await page.getByText('month: 2015-06').waitFor();
    await page.getByLabel('Inputs or title').fill('nothing like it');
    await page.getByText('No run matches').waitFor();
    await button(page, 'Clear the filters').click();
    await page.getByText('month: 2015-07').waitFor();
  });

  it('comes into the list while one looks at it', async () => {
    await elsewhere('taxi/daily', { month: '2015-08' });
    await page.getByText('month: 2015-08').waitFor();
  });

  it('runs again on one press, and its new run is on the screen', async () => {
    await button(page, 'Run again: Yellow taxi, day by day').first().click();
    await page.waitForURL(/\/runs\/[-\w]{36}$/);
    await page
      .getByText(/^All 31 rows/)
      .first()
      .waitFor();
  });

  it('says what it is, with its SQL and what was bound', async () => {
    await button(page, 'About this run').click();
    await page.getByText(person.email).first().waitFor();
    await page.getByRole('button', { name: 'SQL', exact: true }).click();
    const sql = page.getByRole('region', { name: 'SQL as Redshift was sent it' });
    await sql.getByText('from nyc_yellow_taxi').waitFor();
    await page.getByText(':month', { exact: true }).waitFor();
    expect(await sql.textContent()).toContain('to_date(:month');
    expect(await link(page, 'Open the execution in Step Functions').count()).toBe(0);
    expect(await faults(page)).toEqual([]);
  });
});

it('older than the newest fifty are read when they are looked for', async () => {
  const browser = await connectBrowser();
  const { email, password } = await newPerson('analysts');
  const person = await signedIn(email, password);
  const line = await person.connect();
  const ran = async (inputs: object, topic: string) => {
    line.send({ action: 'run', report: 'taxi/daily', inputs, topic });
    await line.message({ topic, status: 'succeeded' });
  };
  await ran({ month: '2015-01' }, 'first');
  // All of these are one statement, so that they cost little.
  await Promise.all(Array.from({ length: 55 }, (_, index) => ran({ month: '2015-02' }, `later ${index}`)));
  await line.close();
  const { page, complaints, close } = await openPage(browser);
  await signIn(page, stack.page, email, password);
  await page.getByText('Connection: open').first().waitFor();
  await page.goto(`${stack.page}/runs`);
  await page.getByText('month: 2015-02').first().waitFor();
  await button(page, 'Next page').click();
  await button(page, 'Next page').click();
  await page.getByText('month: 2015-01').waitFor();
  await page.goto(`${stack.page}/runs?text=2015-01`);
  await page.getByText('month: 2015-01').waitFor();
  await page.getByText('(1)').waitFor();
  expect(complaints).toEqual([]);
  await close();
  await browser.close();
});
