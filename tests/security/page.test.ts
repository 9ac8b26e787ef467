import type { Browser, Page } from 'playwright-core';
import { connectBrowser, openPage, signIn } from '../support/browser.ts';
import { newPerson } from '../support/new-person.ts';
import { stack } from '../support/stack.ts';
import { functionLogs } from './function-logs.ts';
import { hostileTexts } from './hostile-texts.ts';
import { Socket } from './socket.ts';

jest.setTimeout(120_000); // each wait has a limit of its own, of 30 s

describe('the page', () => {
  let browser: Browser;
  let visit: Awaited<ReturnType<typeof openPage>>;
  let page: Page;
  const requested: string[] = [];
  const sockets: string[] = [];
  const tokens = new Set<string>();

  beforeAll(async () => {
    browser = await connectBrowser();
    visit = await openPage(browser);
    page = visit.page;
    page.on('request', (request) => {
      requested.push(request.url());
      const { authorization } = request.headers();
      if (authorization) tokens.add(authorization);
    });
    page.on('websocket', (socket) => sockets.push(socket.url()));
    page.on('dialog', (dialog) => {
      visit.complaints.push(`a dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    const { email, password } = await newPerson('analysts');
    await signIn(page, stack.page, email, password);
    await page.getByText('Connection: open').first().waitFor();
  });
  afterAll(async () => {
    await visit.close();
    await browser.close();
  });

  const run = () => page.getByRole('button', { name: 'Run', exact: true }).click();

  it('puts no token and no input into an address that it asks, and a ticket only into one handshake', async () => {
    await page.goto(`${stack.page}/reports/taxi/trips?month=2015-07&least_fare=3.25`);
    await run();
    await page.getByText(/^All [\d,]+ rows$/).waitFor();
    expect(tokens.size).toBeGreaterThan(0);
    const kept = JSON.stringify(await page.evaluate('({ ...localStorage, ...sessionStorage })'));
    const secrets = [...tokens, ...(kept.match(/[\w-]{20,}\.[\w-]{20,}\.[\w-]{20,}(\.[\w-]+)*/g) ?? [])];
    expect(secrets.length).toBeGreaterThan(tokens.size);
    for (const address of [...requested, ...sockets, page.url()])
      for (const secret of secrets) expect(decodeURIComponent(address)).not.toContain(secret);
    const asked = requested.filter((address) => address.startsWith(stack.aws));
    expect(asked.some((address) => address.includes('/result'))).toBe(true);
    for (const address of asked) expect(address).not.toMatch(/2015-07|3\.25|ticket=/);
    expect(sockets.length).toBeGreaterThan(0);
    for (const address of sockets) expect([...new URL(address).searchParams.keys()]).toEqual(['ticket']);
  });

  it('has used up each ticket, and left none in a log', async () => {
    const logs = functionLogs();
    for (const address of sockets) {
      await expect(Socket.at(address)).rejects.toThrow('Unexpected server response: 401');
      expect(logs).not.toContain(new URL(address).searchParams.get('ticket'));
    }
    for (const token of tokens) expect(logs).not.toContain(token.split('.')[2]);
  });

  const markup = hostileTexts.filter((text) => /<\w|javascript:|onerror/i.test(text) && text.length < 200);
  const sample = markup.filter((_, at) => at % Math.ceil(markup.length / 15) === 0);

  it('shows hostile inputs as text, in the form, in the run and among the runs', async () => {
    expect(sample.length).toBeGreaterThan(10);
    for (const text of sample) {
      await page.goto(`${stack.page}/reports/flights/busiest-routes?airport=${encodeURIComponent(text)}`);
      await run();
      await page.getByText('No rows', { exact: true }).waitFor();
      await page.getByRole('button', { name: 'About this run' }).click();
    }
    await page.goto(`${stack.page}/runs`);
    await page
      .getByRole('link', { name: /busiest routes/ })
      .first()
      .waitFor();
    expect(visit.complaints).toEqual([]);
    expect(await page.locator('script:not([src])').count()).toBe(0);
  });

  it('shows a hostile address as a page that is not there', async () => {
    for (const text of sample) {
      await page.goto(`${stack.page}/reports/${encodeURIComponent(text)}`);
      await page.getByText('Connection: open').first().waitFor();
    }
    expect(visit.complaints.filter((complaint) => !/status of 4\d\d/.test(complaint))).toEqual([]);
  });
});
