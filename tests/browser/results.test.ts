import type { Page } from 'playwright-core';
import { signIn } from '../support/browser.ts';
import { stack } from '../support/stack.ts';
import { alterAnswers, alterMessages } from './alter.ts';
import { visiting } from './visiting.ts';

jest.setTimeout(120_000); // each wait has a limit of its own, of 30 s

const { email, password } = stack.user;
const asOf = /^Data as of \w+ \d+, \d{4}, /;

describe('a result', () => {
  const visits = visiting();
  let page: Page;

  beforeEach(async () => {
    page = await visits.open();
  });

  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const open = async (report: string) => {
    await signIn(page, stack.page, email, password);
    await page.getByText('Connection: open').first().waitFor();
    await page.goto(`${stack.page}/reports/${report}`);
    await page.getByText('Connection: open').first().waitFor();
  };
  const runs = (): Record<string, unknown>[] => {
    const sent: Record<string, unknown>[] = [];
    page.on('websocket', (socket) =>
      socket.on('framesent', ({ payload }) => {
        const message = JSON.parse(String(payload));
        if (message.action === 'run') sent.push(message);
      }),
    );
    return sent;
  };

  it('that was reused says how old it is, and is asked for anew on a wish', async () => {
    const sent = runs();
    await open('taxi/daily?month=2015-10');
    await button('Run').click();
    await page.getByText('All 31 rows').waitFor();
    await button('Run').click();
    await page.getByText(asOf).waitFor();
    await page.getByText('All 31 rows').waitFor();
    await button('Run again, fresh').click();
    await button('Run again, fresh').waitFor({ state: 'detached' });
    await page.getByText('All 31 rows').waitFor();
    expect(await page.getByText(asOf).count()).toBe(0);
    expect(sent).toMatchObject([
      { inputs: { month: '2015-10' } },
      {},
      { inputs: { month: '2015-10' }, fresh: true },
    ]);
    expect(sent[0]).not.toHaveProperty('fresh');
    expect(sent[0]).not.toHaveProperty('email');
  });

  it('that was reused is asked for anew from the page of its run, too', async () => {
    await open('taxi/daily?month=2015-08');
    for (const _again of [1, 2]) {
      await button('Run').click();
      await page.getByText('All 31 rows').waitFor();
    }
    await page.getByRole('link', { name: 'Runs', exact: true }).click();
    await page.getByRole('link', { name: 'Yellow taxi, day by day' }).first().click();
    await page.getByText('All 31 rows').waitFor();
    const reused = page.url();
    await button('Run again, fresh').click();
    await page.waitForURL((url) => url.href !== reused && /\/runs\/[-\w]+$/.test(url.pathname));
    await page.getByText('All 31 rows').waitFor();
    expect(await page.getByText(asOf).count()).toBe(0);
    await page.goBack();
    await page.getByText(asOf).waitFor();
    expect(page.url()).toBe(reused);
  });

  it('that can be read in part says so before and below its rows, and when it is sorted', async () => {
    await alterMessages(page, (message) =>
      message.type === 'run' ? { ...message, maxRows: 1_000 } : message,
    );
    await alterAnswers(page, /\/result$/, ({ next: _next, rows, ...body }) => ({
      ...body,
      rows: rows.slice(0, 1_000),
      capped: { rows: 1_000 },
    }));
    await open('taxi/trips?month=2015-02');
    await button('Run').click();
    await page.getByText('Showing 1,000 of 31,304 rows').waitFor();
    const sentence = page.getByText(/^The first 1,000 of 31,304 rows can be read; narrow the inputs/);
    expect(await sentence.count()).toBe(2);
    const [before, below] = await Promise.all((await sentence.all()).map((one) => one.boundingBox()));
    const grid = await page.getByRole('grid').boundingBox();
    expect(before?.y).toBeLessThan(grid?.y ?? 0);
    expect(below?.y).toBeGreaterThan((grid?.y ?? 0) + 100);
    expect(await button('Load all rows').count()).toBe(0);
    const ofPart = page.getByText('Sorts, filters and counts the rows that can be read, not the others.');
    expect(await ofPart.count()).toBe(0);
    await page.getByRole('columnheader', { name: /^Fare/ }).click();
    await page.locator('[aria-sort=ascending]').waitFor();
    await ofPart.waitFor();
  });

  it('that waits for others tells its place in line, aloud too', async () => {
    let place: number | undefined = 3;
    await alterMessages(page, (message) => {
      if (message.type !== 'run' || !place) return message;
      return message.status === 'queued' ? { ...message, place } : undefined;
    });
    await open('taxi/daily?month=2015-01');
    await button('Run').click();
    await page
      .locator('[aria-live]')
      .filter({ hasText: 'Yellow taxi, day by day: Queued, 3rd in line' })
      .waitFor({
        state: 'attached',
      });
    await page.getByText('Queued, 3rd in line', { exact: true }).waitFor();
    expect(await page.getByText('Queued for').count()).toBe(0);
    place = undefined;
  });

  it('is wished for by e-mail where the page is told that this can be, and the server has the last word', async () => {
    const sent = runs();
    await page.route(`${stack.page}/config.json`, async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, json: { ...(await response.json()), mail: 'true' } });
    });
    await open('taxi/daily?month=2015-05');
    await page.getByRole('checkbox', { name: 'E-mail me when it is done, if I am away' }).check();
    await button('Run').click();
    await page.getByText('this Readout sends no e-mail').waitFor();
    expect(sent).toMatchObject([{ action: 'run', email: true }]);
  });

  it('is never offered by e-mail, where this Readout cannot', async () => {
    await open('taxi/daily?month=2015-05');
    await button('Run').waitFor();
    expect(await page.getByRole('checkbox').count()).toBe(0);
  });
});
