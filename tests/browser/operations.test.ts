import type { Browser, Page } from 'playwright-core';
import { faults } from '../support/axe.ts';
import { connectBrowser, openPage, signIn } from '../support/browser.ts';
import { newPerson } from '../support/new-person.ts';
import { type Person, signedIn } from '../support/person.ts';
import { stack } from '../support/stack.ts';
import { LOOKS } from './visits.ts';

jest.setTimeout(120_000); // each wait has a limit of its own, of 30 s

describe.each(LOOKS)('the view of operators, %s,', (_look, options) => {
  let browser: Browser;
  let visit: Awaited<ReturnType<typeof openPage>>;
  let page: Page;
  let person: Person;
  let operator: { email: string; password: string };

  beforeAll(async () => {
    browser = await connectBrowser();
    const owner = await newPerson('analysts');
    person = await signedIn(owner.email, owner.password);
    const line = await person.connect();
    line.send({ action: 'run', report: 'taxi/daily', inputs: { month: '2015-09' }, topic: 'one' });
    await line.message({ topic: 'one', status: 'succeeded' });
    await line.close();
    operator = await newPerson('operators');
    visit = await openPage(browser, options);
    page = visit.page;
    await signIn(page, stack.page, operator.email, operator.password);
    await page.getByText('Connection: open').first().waitFor();
    await page.goto(`${stack.page}/operations`);
    await page.getByLabel('Person').fill(person.email);
  });
  afterEach(() => expect(visit.complaints).toEqual([]));
  afterAll(async () => {
    await visit.close();
    await browser.close();
  });

  it('has everybody’s runs, without what was typed', async () => {
    await page.getByText('Yellow taxi, day by day').first().waitFor();
    await page.getByText(/\(1(?: of [\d,]+)?\)/).waitFor();
    expect(await page.getByText('2015-09').count()).toBe(0);
    expect(await faults(page)).toEqual([]);
  });

  it('leads to the SQL and to the execution, and withholds what was bound', async () => {
    await page.getByRole('button', { name: 'Yellow taxi, day by day' }).click();
    const dialog = page.getByRole('dialog', { name: 'Yellow taxi, day by day' });
    const console = dialog.getByRole('link', { name: 'Open the execution in Step Functions' });
    expect(await console.getAttribute('href')).toMatch(/:express:.*-run-report:[-\w]{36}:/);
    await dialog.getByRole('button', { name: 'SQL' }).click();
    await dialog.getByText('from nyc_yellow_taxi').waitFor();
    await dialog.getByText(':month', { exact: true }).waitFor();
    expect(await dialog.getByText('2015-09').count()).toBe(0);
    expect(await faults(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Close' }).click();
  });
});

it('is for operators only', async () => {
  const browser = await connectBrowser();
  const { page, close } = await openPage(browser);
  const { email, password } = await newPerson('analysts');
  await signIn(page, stack.page, email, password);
  await page.getByText('Connection: open').first().waitFor();
  expect(await page.getByRole('link', { name: 'Operations' }).count()).toBe(0);
  await page.goto(`${stack.page}/operations`);
  await page.getByText('Only operators see the runs of others.').waitFor();
  await close();
  await browser.close();
});
