import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { faults } from '../support/axe.ts';
import { connectBrowser, openPage, signIn } from '../support/browser.ts';
import { newPerson } from '../support/new-person.ts';
import { type Person, signedIn } from '../support/person.ts';
import { stack } from '../support/stack.ts';
import { alterAnswers } from './alter.ts';
import { LOOKS } from './visits.ts';

jest.setTimeout(120_000); // each wait has a limit of its own, of 30 s

describe.each(LOOKS)('two runs compared, %s,', (_look, options) => {
  let browser: Browser;
  let visit: Awaited<ReturnType<typeof openPage>>;
  let page: Page;
  let person: Person;
  let ids: string[];

  const ran = async (inputs: object): Promise<string> => {
    const line = await person.connect();
    line.send({ action: 'run', report: 'taxi/daily', inputs, topic: 'one' });
    const { runId } = await line.message({ topic: 'one', status: 'succeeded' });
    await line.close();
    return runId;
  };
  const open = (left = ids[0], right = ids[1]) =>
    page.goto(`${stack.page}/compare?left=${left}&right=${right}`);

  beforeAll(async () => {
    browser = await connectBrowser();
    const { email, password } = await newPerson('analysts');
    person = await signedIn(email, password);
    ids = [await ran({ month: '2015-04' }), await ran({ month: '2015-04' }), await ran({ month: '2015-06' })];
    visit = await openPage(browser, { ...options, acceptDownloads: true });
    page = visit.page;
    await signIn(page, stack.page, email, password);
    await page.getByText('Connection: open').first().waitFor();
  });
  afterEach(async () => {
    await page.unrouteAll();
    expect(visit.complaints).toEqual([]);
  });
  afterAll(async () => {
    await visit.close();
    await browser.close();
  });

  it('are chosen in the list of runs', async () => {
    await page.goto(`${stack.page}/runs`);
    const choices = page.getByRole('checkbox', { name: 'Choose for a comparison: Yellow taxi, day by day' });
    await choices.nth(1).check({ force: true });
    await choices.nth(2).check({ force: true });
    expect(await choices.nth(0).isDisabled()).toBe(true);
    await page.getByRole('button', { name: 'Compare', exact: true }).click();
    await page.waitForURL(`**/compare?left=${ids[0]}&right=${ids[1]}`);
    await page.getByText('No difference').waitFor();
    await page.getByText('All 30 rows are the same in every cell.').waitFor();
    expect(await faults(page)).toEqual([]);
  });

  it('show each cell that differs with both values and their exact difference', async () => {
    await alterRight(page, ids[1]);
    await open();
    await page.getByText('Only changes (3)').filter({ visible: true }).first().waitFor();
    await page.getByText('+9007199254740993.25', { exact: false }).first().waitFor();
    await page.getByText('Columns that differ: total_fare (1 row)').waitFor();
    for (const word of ['≠ Changed', '+ Added', '− Removed'])
      await page.getByText(word, { exact: true }).filter({ visible: true }).first().waitFor();
    expect(await page.locator('del').count()).toBe(1);
    expect(await faults(page)).toEqual([]);
  });

  it('are downloaded as they differ', async () => {
    await alterRight(page, ids[1]);
    await open();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download the differences (CSV)' }).click(),
    ]);
    const path = join(stack.stateDir, `differences-${ids[0]}.csv`);
    await file.saveAs(path);
    const lines = (await readFile(path, 'utf8')).split('\r\n');
    expect(lines[0]).toContain('total_fare (difference)');
    expect(lines.filter((line) => line.startsWith('Changed,'))).toEqual([
      expect.stringMatching(/,9007199254740993\.25$/),
    ]);
    expect(lines).toHaveLength(1 + 3 + 1);
  });

  it('are matched by other columns on a wish', async () => {
    await open(ids[0], ids[2]);
    await page.getByText('No row of one result belongs to a row of the other.').waitFor();
    await page.getByRole('button', { name: 'Remove trip_date' }).click();
    await page.getByText('Only changes (30)').filter({ visible: true }).first().waitFor();
    await page.getByText(/^Columns that differ: trip_date \(30 rows\)/).waitFor();
    expect(await faults(page)).toEqual([]);
  });

  it('of which one is not known say so', async () => {
    await open(ids[0], '00000000-0000-4000-8000-000000000000');
    await page.getByText('There is no such run among yours').waitFor();
    expect(visit.complaints.splice(0)).toEqual([expect.stringContaining('status of 404')]);
    await page.goto(`${stack.page}/compare`);
    await page.getByText('Nothing to compare').waitFor();
  });
});

/** The right result loses its first row, has another one at its end, and a fare that is much larger. */
const alterRight = (page: Page, runId: string | undefined) =>
  alterAnswers(page, new RegExp(`/runs/${runId}/result$`), (body) => {
    const fare = body.columns.findIndex(({ name }: { name: string }) => name === 'total_fare');
    const [, changed, ...others] = body.rows;
    changed[fare] = plus(changed[fare]);
    const added = others.at(-1).with(0, '2099-12-31');
    return { ...body, rows: [changed, ...others, added] };
  });

/** The text of a decimal and 9007199254740993.25 more, which no double can hold. */
const plus = (fare: string): string => {
  const [whole = '', part = ''] = String(fare).split('.');
  const cents = BigInt(whole) * 100n + BigInt(part.padEnd(2, '0').slice(0, 2)) + 900719925474099325n;
  return `${cents / 100n}.${String(cents % 100n).padStart(2, '0')}`;
};
