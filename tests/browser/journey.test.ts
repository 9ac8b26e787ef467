import type { Browser, Locator, Page } from 'playwright-core';
import { connectBrowser, openPage } from '../support/browser.ts';
import { codeFor } from '../support/mailbox.ts';
import { stack } from '../support/stack.ts';

jest.setTimeout(120_000); // each wait has a limit of its own, of 30 s

const email = 'newcomer@example.com';
const password = 'Newcomer-1';

/** One person's visit, from the first look to signing out, in the order of the tests. */
describe('a newcomer', () => {
  let browser: Browser;
  let visit: Awaited<ReturnType<typeof openPage>>;
  let page: Page;
  let topics: Set<string>[];

  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const status = (text: string | RegExp, within: Page | Locator = page) =>
    within.getByRole('status').filter({ hasText: text }).waitFor();
  beforeAll(async () => {
    browser = await connectBrowser();
    visit = await openPage(browser);
    page = visit.page;
    topics = topicsPerSocket(page);
    await page.goto(stack.page);
    await page.evaluate("window.marker = 'first load'");
  });
  afterAll(async () => {
    await visit.close();
    await browser.close();
  });
  afterEach(async () => {
    expect(visit.complaints).toEqual([]);
    expect(await page.evaluate('window.marker')).toBe('first load');
  });

  it('is shown the rules of a password, and held to them', async () => {
    await page.getByRole('link', { name: 'Create account' }).click();
    await page.getByLabel('Email').fill(email);
    await page.getByLabel('Password', { exact: true }).fill('newcomer');
    await page.getByRole('img', { name: 'At least 8 characters: yes' }).waitFor();
    for (const rule of ['An upper-case letter', 'A digit', 'A special character'])
      await page.getByRole('img', { name: `${rule}: not yet` }).waitFor();
    await button('Create account').click();
    await page.getByText('Choose a password that keeps every rule below.').waitFor();
    await page.getByLabel('Password', { exact: true }).fill(password);
    await page.getByRole('img', { name: 'A special character: yes' }).waitFor();
    await button('Create account').click();
    await page.getByRole('heading', { name: 'Check your e-mail' }).waitFor();
  });

  it('is told of a wrong code, and let in by the right one', async () => {
    const code = await codeFor(email);
    await page.getByLabel('Verification code').fill(code === '123456' ? '654321' : '123456');
    await button('Verify').click();
    await page.getByText('This is not the code we sent.').waitFor();
    expect(visit.complaints.splice(0)).toEqual([expect.stringContaining('status of 400')]);
    await page.getByLabel('Verification code').fill(code);
    await button('Verify').click();
    await page.getByRole('heading', { name: 'Reports' }).waitFor();
    await status('Connection: open');
  });

  it('signs out, and in again', async () => {
    await signOut(page);
    await page.getByLabel('Email').fill(email);
    await page.getByLabel('Password', { exact: true }).fill(password);
    await button('Sign in').click();
    await status('Connection: open');
  });

  it('opens a report and is told which field is wrong', async () => {
    await page.getByRole('link', { name: 'Yellow taxi, trip by trip' }).click();
    await page.getByRole('textbox', { name: 'Trip month' }).fill('2015-03');
    const fare = page.getByRole('textbox', { name: 'Fare at least' });
    await fare.fill('a lot');
    await button('Run').click();
    await page.getByText('Enter a number, such as 12.5.').waitFor();
    expect(await fare.getAttribute('aria-invalid')).toBe('true');
    await page.getByText('Nothing has run yet').waitFor();
    await fare.fill('');
  });

  it('runs it, and reads its rows, one page after the other', async () => {
    await button('Run').click();
    await page.getByText(/^Done · 34,806 rows/).waitFor();
    await page.getByRole('gridcell', { name: '2015-03-01 00:00:40' }).waitFor();
    await status('All 34,806 rows');
    const grid = page.getByRole('grid', { name: 'Result rows' });
    expect(Number(await grid.getAttribute('aria-rowcount'))).toBe(34_806 + 1);
    expect(new URL(page.url()).search).toBe('?month=2015-03');
  });

  it('runs two reports side by side on one connection, each in its half', async () => {
    await page.getByRole('link', { name: 'Side by side', exact: true }).click();
    const halves = { 'Left report': 'Yellow taxi, day by day', 'Right report': 'Delays over the day' };
    for (const [side, title] of Object.entries(halves)) {
      const half = page.getByRole('region', { name: side });
      await half.getByRole('button', { name: side }).click();
      await page.getByRole('option', { name: title }).click();
      await half.getByRole('button', { name: 'Run', exact: true }).waitFor();
    }
    const [left, right] = Object.keys(halves).map((side) => page.getByRole('region', { name: side }));
    if (!left || !right) throw new Error('There are two halves.');
    await left.getByRole('textbox', { name: 'Trip month' }).fill('2015-02');
    for (const half of [left, right]) await half.getByRole('button', { name: 'Run', exact: true }).click();
    await status('All 28 rows', left);
    await status('All 24 rows', right);
    for (const name of ['Hour', 'Flights', 'Early', 'On time', 'Late', 'Mean delay'])
      await right.getByRole('columnheader', { name: new RegExp(`^${name}`) }).waitFor();
    const latest = [...(topics.at(-1) ?? [])];
    expect(latest.filter((topic) => /^(left|right)\//.test(topic))).toHaveLength(2);
  });

  it('closes the connection and opens it again', async () => {
    await button('Close Connection').click();
    await status('Connection: closed');
    await button('Open Connection').click();
    await status('Connection: open');
    await button('Close Connection').waitFor();
  });

  it('signs out', () => signOut(page));
});

const signOut = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: /^Account: / }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
};

/** The topics of the runs that went over each WebSocket, as they go. */
const topicsPerSocket = (page: Page): Set<string>[] => {
  const sockets: Set<string>[] = [];
  page.on('websocket', (socket) => {
    const topics = new Set<string>();
    sockets.push(topics);
    socket.on('framesent', ({ payload }) => {
      const message = JSON.parse(String(payload));
      if (message.action === 'run') topics.add(message.topic);
    });
  });
  return sockets;
};
