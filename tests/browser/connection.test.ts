import type { Browser, Page, WebSocket } from 'playwright-core';
import { connectBrowser, openPage, signIn } from '../support/browser.ts';
import { stack } from '../support/stack.ts';
import { blockSockets } from './alter.ts';

jest.setTimeout(120_000); // each wait has a limit of its own, of 30 s

const { email, password } = stack.user;

const MINUTE = 60_000;

describe('the connection', () => {
  let browser: Browser;
  let visit: Awaited<ReturnType<typeof openPage>>;
  let page: Page;
  let sockets: Followed[];

  beforeAll(async () => {
    browser = await connectBrowser();
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    visit = await openPage(browser);
    page = visit.page;
    sockets = followed(page);
  });
  afterEach(async () => {
    expect(visit.complaints).toEqual([]);
    await visit.close();
  });

  const state = (name: string) => page.getByText(`Connection: ${name}`).first().waitFor();
  const button = (name: string) => page.getByRole('button', { name, exact: true });

  it('is replaced before its rights end, and nobody notices', async () => {
    await page.clock.install();
    await signIn(page, stack.page, email, password);
    await state('open');
    await page.evaluate(`
      window.shown = [];
      new MutationObserver(() => shown.push(document.querySelector('.connection [role=status]').textContent))
        .observe(document.querySelector('.connection'), { subtree: true, childList: true, characterData: true });
    `);
    await page.getByRole('link', { name: 'Yellow taxi, day by day' }).click();
    const month = page.getByRole('textbox', { name: 'Trip month' });
    await month.fill('2015-05');
    await button('Run').click();
    await page.getByText('All 31 rows').waitFor();
    for (let minutes = 0; minutes < 50 && sockets.length < 2; minutes += 5) {
      const heard = sockets[0]?.received.length ?? 0;
      await page.clock.runFor(5 * MINUTE);
      await until(() => (sockets[0]?.received.length ?? 0) > heard); // the answer to a ping
    }
    await until(() => sockets[1]?.received.some(({ type }) => type === 'sync') ?? false);
    const [former, latter] = sockets as [Followed, Followed];
    expect(latter.sent[0]).toEqual({ action: 'sync', since: expect.stringMatching(/^\d+$/) });
    expect(former.closed).toBe(false);

    await month.fill('2015-06');
    await button('Run').click();
    await page.getByText('All 30 rows').waitFor();
    await page.clock.runFor(MINUTE / 2);
    await until(() => former.closed);
    const runs = ({ sent }: Followed) => sent.filter(({ action }) => action === 'run');
    expect([former, latter].map((socket) => runs(socket).length)).toEqual([1, 1]);
    expect(latter.closed).toBe(false);
    expect(await page.evaluate('window.shown')).toEqual([]);
  });

  it('is replaced when a message is refused because its rights are over, and the message goes again', async () => {
    const asked: string[][] = [];
    await page.routeWebSocket(
      (url) => url.href.startsWith(stack.websocket),
      (socket) => {
        const own: string[] = [];
        asked.push(own);
        const server = socket.connectToServer();
        socket.onMessage((text) => {
          const { action, requestId } = JSON.parse(String(text));
          own.push(action);
          if (asked.length > 1 || action !== 'run') return server.send(text);
          socket.send(
            JSON.stringify({ type: 'error', name: 'Unauthorized', message: 'Too old.', requestId }),
          );
        });
      },
    );
    await page.clock.install();
    await signIn(page, stack.page, email, password);
    await state('open');
    await page.clock.runFor(2 * MINUTE);
    await page.getByRole('link', { name: 'Yellow taxi, day by day' }).click();
    await page.getByRole('textbox', { name: 'Trip month' }).fill('2015-11');
    await button('Run').click();
    await page.getByText('All 30 rows').waitFor();
    expect(asked).toEqual([expect.arrayContaining(['run']), expect.arrayContaining(['sync', 'run'])]);
    await state('open');
  });

  it('is done without where it is blocked: runs start and come to their end all the same', async () => {
    const unblock = await blockSockets(page);
    await signIn(page, stack.page, email, password);
    await state('by asking');
    await page.getByRole('link', { name: 'Yellow taxi, day by day' }).click();
    await page.getByRole('textbox', { name: 'Trip month' }).fill('2015-09');
    await button('Run').click();
    await page.getByText('All 30 rows').waitFor();
    expect(await page.getByText('The connection is lost').count()).toBe(0);

    await page.getByText('Connection: by asking').first().click();
    await page.getByText('lets no WebSocket through').waitFor();
    await button('Dismiss').click();
    await unblock();
    await page.evaluate("window.dispatchEvent(new Event('online'))");
    await state('open');
    await until(() => sockets[0]?.sent.length === 1);
    expect(sockets[0]?.sent[0]).toEqual({ action: 'sync', since: expect.stringMatching(/^\d+$/) });
  });

  it('ends on every device with the session', async () => {
    await signIn(page, stack.page, email, password);
    await state('open');
    const other = await openPage(browser);
    const others = followed(other.page);
    await signIn(other.page, stack.page, email, password);
    await other.page.getByText('Connection: open').first().waitFor();

    const asked: string[] = [];
    page.on('request', (request) => {
      if (request.method() === 'OPTIONS') return;
      const { 'x-amz-target': target = '' } = request.headers();
      asked.push(`${request.method()} ${target || new URL(request.url()).pathname.split('/live')[1]}`);
    });
    await signOut(page);
    await until(() => sockets[0]?.closed === true && others[0]?.closed === true);
    const end = asked.indexOf('DELETE /connections');
    expect(end).toBeGreaterThanOrEqual(0);
    expect(asked.findIndex((one) => one.endsWith('GlobalSignOut'))).toBeGreaterThan(end);
    await other.close();
  });

  it('keeps nobody from signing out, when those of the other devices cannot be ended', async () => {
    await signIn(page, stack.page, email, password);
    await state('open');
    await page.route(`${stack.rest}/connections`, (route) => route.abort());
    await signOut(page);
    await until(() => sockets[0]?.closed === true);
    expect(visit.complaints.splice(0)).toEqual([expect.stringContaining('ERR_FAILED')]);
  });
});

const signOut = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: /^Account: / }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
};

interface Followed {
  sent: { action: string }[];
  received: { type: string }[];
  closed: boolean;
}

/** Every WebSocket of the page, with what goes over it, as it goes. */
const followed = (page: Page): Followed[] => {
  const sockets: Followed[] = [];
  page.on('websocket', (socket: WebSocket) => {
    const one: Followed = { sent: [], received: [], closed: false };
    sockets.push(one);
    socket.on('framesent', ({ payload }) => one.sent.push(JSON.parse(String(payload))));
    socket.on('framereceived', ({ payload }) => one.received.push(JSON.parse(String(payload))));
    socket.on('close', () => {
      one.closed = true;
    });
  });
  return sockets;
};

/** Resolves as soon as the condition holds; Jest's own timeout ends a wait that is in vain. */
const until = async (condition: () => boolean): Promise<void> => {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 20));
};
