import { text } from 'node:stream/consumers';
import type { Browser, Page } from 'playwright-core';
import { faults } from '../support/axe.ts';
import { connectBrowser, openPage, signIn } from '../support/browser.ts';
import { stack } from '../support/stack.ts';
import { alterAnswers } from './alter.ts';

jest.setTimeout(180_000); // each wait has a limit of its own, of 30 s

const FLIGHTS = '/dashboards/flights/overview?period=2001-02-01%2F2001-02-14&airport=SFO';
const TILES = 8;

interface Sent {
  action: string;
  report: string;
  inputs: Record<string, unknown>;
  topic: string;
  fresh?: boolean;
}

describe('a dashboard', () => {
  let browser: Browser;
  let visit: Awaited<ReturnType<typeof openPage>>;
  let page: Page;
  let sent: Sent[];
  let sockets: number;

  beforeAll(async () => {
    browser = await connectBrowser();
  });
  afterAll(() => browser.close());

  const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });
  const done = (text = `${TILES} tiles done`) => page.getByText(text, { exact: true }).first().waitFor();
  const open = async (
    address = FLIGHTS,
    options: Parameters<typeof openPage>[1] = {},
    ready = async () => {},
  ) => {
    visit = await openPage(browser, options);
    page = visit.page;
    sent = [];
    sockets = 0;
    await ready();
    page.on('websocket', (socket) => {
      sockets += 1;
      socket.on('framesent', ({ payload }) => {
        const message = JSON.parse(String(payload));
        if (message.action === 'run' && message.topic.startsWith('dashboard/')) sent.push(message);
      });
    });
    await signIn(page, stack.page, stack.user.email, stack.user.password);
    await page.getByText('Connection: open').first().waitFor();
    sockets = 0;
    await page.goto(`${stack.page}${address}`);
    await button('Run').waitFor();
    await page.getByText('Connection: open').first().waitFor();
  };
  afterEach(async () => {
    expect(visit.complaints).toEqual([]);
    await visit.close();
  });

  it('is found by the navigation, and runs nothing by itself', async () => {
    await open();
    await page.getByRole('link', { name: 'Dashboards', exact: true }).first().click();
    await page.getByRole('heading', { name: 'Dashboards' }).waitFor();
    await page.getByRole('link', { name: 'Flights at a glance' }).click();
    await page.getByText('Not run yet').first().waitFor();
    expect(await page.getByText('Not run yet').count()).toBe(TILES);
    expect(sent).toEqual([]);
  });

  it('runs every tile over one connection, by topic, and each opens as its report with its inputs', async () => {
    await open();
    await page.keyboard.press('Control+Enter');
    await done();
    expect(sockets).toBe(1);
    expect(new Set(sent.map(({ topic }) => topic)).size).toBe(TILES);
    for (const { topic, inputs } of sent) {
      expect(topic).toMatch(/^dashboard\/flights\/overview\/[a-z-]+$/);
      expect(inputs).toMatchObject({ period: '2001-02-01/2001-02-14' });
    }
    await page.getByRole('region', { name: 'Busiest routes in full' }).getByText('Los Angeles').waitFor();
    await page
      .getByText(/^Data as of .*, now$/)
      .first()
      .waitFor();
    await page.getByRole('link', { name: 'Open as report: Busiest routes in full' }).click();
    await page.waitForURL(/\/reports\/flights\/busiest-routes/);
    const { searchParams } = new URL(page.url());
    expect(Object.fromEntries(searchParams)).toMatchObject({
      period: '2001-02-01/2001-02-14',
      airport: 'SFO',
      most: '10',
    });
  });

  it('runs at once where the link says so, and no second time', async () => {
    await open(`${FLIGHTS}&run=1`);
    await done();
    expect(sent).toHaveLength(TILES);
    expect(page.url()).not.toContain('run=1');
  });

  it('says which field is wrong, and runs nothing', async () => {
    await open('/dashboards/flights/overview?period=2005-01-01%2F2005-01-14');
    await button('Run').click();
    await page.locator('[aria-invalid=true]').waitFor();
    expect(sent).toEqual([]);
  });

  it('refreshes one tile by itself, from Redshift, and tells when the inputs have changed', async () => {
    await open();
    await button('Run').click();
    await done();
    sent.length = 0;
    await button('Ask Redshift again: Destinations').click();
    await done();
    expect(sent).toMatchObject([{ topic: 'dashboard/flights/overview/destinations', fresh: true }]);
    await page.getByRole('button', { name: /^From airport/ }).click();
    await page.getByPlaceholder('Find a choice').fill('Denver');
    await page.getByRole('option', { name: /Denver/ }).click();
    await page.getByText('The inputs have changed since these tiles ran.').waitFor();
    expect(sent).toHaveLength(1);
    await button('Run').click();
    await page.getByText('The inputs have changed since these tiles ran.').waitFor({ state: 'detached' });
    await done();
    expect(sent.at(-1)?.inputs).toMatchObject({ airport: 'DEN' });
  });

  it('shows a tile that failed as failed, and the others', async () => {
    await open(FLIGHTS, {}, () =>
      alterAnswers(page, /\/dashboards\/flights%2Foverview$/, (body) => ({
        ...body,
        tiles: body.tiles.map((tile: { id: string }) =>
          tile.id === 'routes'
            ? { ...tile, inputs: { most: 1000 } }
            : tile.id === 'late'
              ? { ...tile, error: { name: 'AccessDenied', message: 'This one is not for you.' } }
              : tile,
        ),
      })),
    );
    await button('Run').click();
    await done(`${TILES - 2} tiles done, 1 not`);
    await page.getByText('An input needs another look').waitFor();
    await page.getByText('This one is not for you.').waitFor();
    expect(sent).toHaveLength(TILES - 1);
  });

  it('says what a tile does not show', async () => {
    await open(FLIGHTS, {}, () =>
      alterAnswers(page, /\/result$/, (body) => ({
        ...body,
        rows: Array.from({ length: 300 }, () => body.rows[0]),
        totalRows: 300,
      })),
    );
    await button('Run').click();
    await done();
    await page.getByText('First 200 of 300 rows; the report has them all.').waitFor();
    expect(await page.getByRole('region', { name: 'Busiest routes in full' }).getByRole('row').count()).toBe(
      201,
    );
  });

  it('shows numbers as their reports say, when the data was loaded, and downloads all rows of a tile', async () => {
    await open(FLIGHTS, { acceptDownloads: true });
    await button('Run').click();
    await done();
    for (const figure of [/^-?\d+\.\d\smin$/, /^\d+\.\d%$/])
      await page.locator('.tile-figure').filter({ hasText: figure }).waitFor();
    await page
      .getByRole('region', { name: 'Busiest routes in full' })
      .getByText(/^[\d,]+\smi$/)
      .first()
      .waitFor();
    await page
      .getByText(/^Data loaded /)
      .first()
      .waitFor();
    await button('Download: Busiest routes in full').click();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: 'CSV' }).click(),
    ]);
    expect((await text(await file.createReadStream())).trim().split('\n')).toHaveLength(11);
    await page.getByText(/^busiest-routes.*\.csv · 10 rows/).waitFor();
    expect(await faults(page)).toEqual([]);
    await button('Dismiss what was said of the download').click();
    await page.getByText(/^busiest-routes.*\.csv · 10 rows/).waitFor({ state: 'detached' });
  });

  it('is arranged by keyboard, stays so for the person, and is put back', async () => {
    await open();
    const order = async () =>
      (await page.getByRole('heading', { level: 3 }).allTextContents()).filter((text) => text !== '');
    const before = await order();
    await page.getByRole('button', { name: /^Move Flights/ }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowRight');
    const kept = page.waitForResponse((response) =>
      response.url().includes('/preferences/dashboard.flights.overview'),
    );
    await page.keyboard.press('Enter');
    expect((await kept).status()).toBe(200);
    const after = await order();
    expect(after.slice(0, 2)).toEqual([before[1], before[0]]);
    await page.reload();
    await button('Reset arrangement').waitFor();
    expect((await order()).slice(0, 2)).toEqual(after.slice(0, 2));
    await button('Reset arrangement').click();
    await button('Reset arrangement').waitFor({ state: 'detached' });
    expect(await order()).toEqual(before);
  });

  it('fills the screen, also where the browser does not let it', async () => {
    await open();
    const others = page.getByRole('link', { name: 'Runs', exact: true });
    await others.waitFor();
    await button('Full screen').click();
    await button('Leave full screen').waitFor();
    expect(await others.count()).toBe(0);
    await button('Leave full screen').click();
    await others.waitFor();
    await page.evaluate('document.documentElement.requestFullscreen = undefined');
    await button('Full screen').click();
    await button('Leave full screen').waitFor();
    expect(await others.count()).toBe(0);
    await page.keyboard.press('Escape');
    await others.waitFor();
  });

  it('refreshes by itself once it has run, unless it is paused or not seen', async () => {
    await open(FLIGHTS, {}, async () => {
      await page.clock.install();
    });
    await page.getByText('Refreshes every 15 minutes once it has run').waitFor();
    await page.clock.fastForward('16:00');
    expect(sent).toEqual([]);
    await button('Run').click();
    await done();
    await page.getByText(/^Refreshes in 1[45]:\d\d$/).waitFor();
    sent.length = 0;
    await button('Pause refreshing').click();
    await page.clock.fastForward('16:00');
    await page.getByText(/^Refresh paused, /).waitFor();
    expect(sent).toEqual([]);
    await button('Go on refreshing').click();
    await look(page, 'hidden');
    await page.clock.fastForward('16:00');
    expect(sent).toEqual([]);
    await look(page, 'visible');
    await expect(until(() => sent.length === TILES)).resolves.toBe(true);
    expect(sent.every(({ fresh }) => !fresh)).toBe(true);
    await done();
    await page.getByText(/^Refreshes in 1[45]:\d\d$/).waitFor();
  });

  it.each([
    ['wide and light', { viewport: { width: 1440, height: 900 }, colorScheme: 'light' }],
    ['narrow and dark', { viewport: { width: 390, height: 844 }, colorScheme: 'dark' }],
  ] as const)('keeps nobody out, %s', async (look, options) => {
    await open(FLIGHTS, options);
    expect(await faults(page)).toEqual([]);
    await button('Run').click();
    await done();
    await page.getByRole('region', { name: 'Busiest routes in full' }).waitFor();
    expect(await faults(page)).toEqual([]);
    if (look.startsWith('narrow')) {
      const boxes = await Promise.all(
        (await page.getByRole('heading', { level: 3 }).all()).map((one) => one.boundingBox()),
      );
      expect(new Set(boxes.map((box) => Math.round(box?.x ?? 0))).size).toBe(1);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
    }
    await page.goto(`${stack.page}/dashboards`);
    await page.getByRole('link', { name: 'Flights at a glance' }).waitFor();
    expect(await faults(page)).toEqual([]);
  });
});

/** The page is told that it is seen, or that it is not. */
const look = (page: Page, state: 'hidden' | 'visible') =>
  page.evaluate(`
    Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => '${state}' });
    document.dispatchEvent(new Event('visibilitychange'));
  `);

const until = async (met: () => boolean): Promise<boolean> => {
  for (let tries = 0; tries < 300; tries += 1) {
    if (met()) return true;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return false;
};
