import type { Browser, Page } from 'playwright-core';
import { connectBrowser, openPage, signIn } from '../support/browser.ts';
import { stack } from '../support/stack.ts';
import { alterAnswers, alterMessages } from './alter.ts';

jest.setTimeout(120_000); // each wait has a limit of its own, of 30 s

const { email, password } = stack.user;
const markup = (name: string) =>
  `${name} <img src=x onerror="window.smuggled=1"><b class="smuggled">x</b><script>window.smuggled=1</script>&lt;`;

describe('what comes from data', () => {
  let browser: Browser;
  let visit: Awaited<ReturnType<typeof openPage>>;
  let page: Page;

  beforeAll(async () => {
    browser = await connectBrowser();
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    visit = await openPage(browser);
    page = visit.page;
  });
  afterEach(() => visit.close());

  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const shows = (name: string) =>
    page.getByText(markup(name), { exact: true }).filter({ visible: true }).first().waitFor();
  const nothingCameOfIt = async () => {
    expect(await page.locator('.smuggled').count()).toBe(0);
    expect(await page.evaluate('window.smuggled')).toBeUndefined();
    expect(visit.complaints).toEqual([]);
  };

  it('is text, never markup: reports, forms, runs, columns, rows', async () => {
    const report = (one: { id: string; title: string }) =>
      one.id === 'taxi/daily'
        ? {
            ...one,
            title: markup('title'),
            description: markup('description'),
            source: markup('source'),
            tags: [markup('tag')],
            parameters: [
              {
                name: 'month',
                label: markup('label'),
                type: 'month',
                required: true,
                default: '2015-12',
                help: markup('help'),
              },
              {
                name: 'one',
                label: 'One',
                type: 'choice',
                choices: [{ value: 'v', label: markup('choice') }],
              },
            ],
          }
        : one;
    await alterAnswers(page, /\/reports$/, ({ reports }) => ({ reports: reports.map(report) }));
    await alterAnswers(page, /\/reports\/[^/]+$/, report);
    await alterMessages(page, (message) =>
      message.type === 'run'
        ? { ...message, title: markup('run'), inputs: { month: markup('input') } }
        : message,
    );
    await alterAnswers(page, /\/result$/, ({ columns, rows, ...body }) => ({
      ...body,
      columns: columns.map((column: object, at: number) =>
        at ? column : { name: markup('column'), type: 'varchar' },
      ),
      rows: rows.map((row: unknown[]) => [markup('cell'), ...row.slice(1)]),
    }));

    await signIn(page, stack.page, email, password);
    await page.getByText('Connection: open').first().waitFor();
    for (const name of ['title', 'description', 'tag']) await shows(name);
    await page.getByRole('link', { name: markup('title') }).click();
    for (const name of ['title', 'description', 'tag', 'label']) await shows(name);
    expect(await page.title()).toBe(`${markup('title')} · Readout`);
    await page.getByRole('button', { name: /^One/ }).click();
    await shows('choice');
    await page.keyboard.press('Escape');
    await button('Run').click();
    await page.getByRole('grid').waitFor();
    for (const name of ['column', 'cell']) await shows(name);
    await page.getByRole('columnheader').first().hover();
    await page.locator('.ag-tooltip').waitFor();
    await page.getByRole('link', { name: 'Runs', exact: true }).click();
    await page
      .getByRole('link', { name: markup('run') })
      .first()
      .click();
    await page.getByRole('grid').waitFor();
    await button('About this run').click();
    await page
      .getByText(`month: ${markup('input')}`)
      .first()
      .waitFor();
    await nothingCameOfIt();
  });

  it.each([
    ['a failed query', { status: 'failed', error: { name: 'QueryFailed', message: markup('engine') } }],
    [
      'an error of another name',
      { status: 'failed', error: { name: markup('name'), message: markup('engine') } },
    ],
  ])('is text in an error, too: %s', async (_what, end) => {
    await alterMessages(page, (message) => (message.type === 'run' ? { ...message, ...end } : message));
    await signIn(page, stack.page, email, password);
    await page.getByText('Connection: open').first().waitFor();
    await page.getByRole('link', { name: 'Yellow taxi, day by day' }).click();
    await button('Run').click();
    await shows('engine');
    await nothingCameOfIt();
  });

  it('is text in an address, too', async () => {
    await signIn(page, stack.page, email, password);
    await page.getByText('Connection: open').first().waitFor();
    await page.goto(`${stack.page}/reports/taxi/daily?month=${encodeURIComponent(markup('month'))}`);
    await button('Run').click();
    await page.getByText('Enter a month as YYYY-MM.').waitFor();
    await page.goto(`${stack.page}/reports/${encodeURIComponent(markup('report'))}`);
    await page.getByText('There is no such report').waitFor();
    expect(visit.complaints.splice(0)).toEqual([expect.stringContaining('status of 404')]);
    await nothingCameOfIt();
  });
});

it('no token is in an address, nor in what the page logs', async () => {
  const browser = await connectBrowser();
  const { page, close } = await openPage(browser);
  const seen: string[] = [];
  page.on('console', (message) => seen.push(message.text()));
  page.on('request', (request) => seen.push(request.url(), request.headers().referer ?? ''));
  page.on('websocket', (socket) => seen.push(socket.url()));
  page.on('framenavigated', (frame) => seen.push(frame.url()));
  await signIn(page, stack.page, email, password);
  await page.getByText('Connection: open').first().waitFor();
  await page.getByRole('link', { name: 'Yellow taxi, day by day' }).click();
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await page.getByText(/^All \d+ rows$/).waitFor();
  const tokens: string[] = await page.evaluate(
    'Object.entries(localStorage).flatMap(([name, value]) => (/Token$/.test(name) ? [value] : []))',
  );
  expect(tokens.length).toBeGreaterThanOrEqual(3);
  for (const token of tokens) expect(seen.filter((one) => one.includes(token))).toEqual([]);
  expect(seen.filter((one) => /\beyJ/.test(one))).toEqual([]);
  expect(seen.some((one) => one.includes('?ticket='))).toBe(true);
  await close();
  await browser.close();
});
