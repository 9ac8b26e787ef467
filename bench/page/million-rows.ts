import type { Page } from 'playwright-core';
import type { Findings } from '../measurement.ts';
import { framesDuring, heapUsed, wheel } from './scroll.ts';
import { signIn } from './visit.ts';

const report = '/reports/flights/flight-by-flight?period=2001-01-01/2001-06-30&run=1';
const loaded = /1,000,000 of [\d,]+ rows/;
/** A million rows of a page's answers take minutes to come. */
const withinMs = 600_000;
/** Pixels of a turn of the wheel, by hand, and flung so that no row stays from one frame to the next. */
const HAND = 400;
const FLING = 4_000;

/** Loads a million rows and scrolls through them: frames against those of the same page at rest, memory against what came. */
export const millionRows = async (page: Page, origin: string): Promise<Findings> => {
  let received = 0;
  page.on('response', async (response) => {
    if (/\/result\b/.test(response.url())) received += (await response.body().catch(() => '')).length;
  });
  await signIn(page, origin);
  const before = await heapUsed(page);
  const from = performance.now();
  await page.goto(origin + report);
  await page.getByRole('grid').waitFor({ timeout: withinMs });
  const firstRows = performance.now() - from;
  const rest = await framesDuring(page, () => page.waitForTimeout(2_000));
  const whileLoading = await framesDuring(page, () => wheel(page, 120, HAND));
  await loadAll(page);
  const all = performance.now() - from;
  const byHand = await framesDuring(page, () => wheel(page, 300, HAND));
  const flung = await framesDuring(page, () => wheel(page, 300, FLING));
  const heap = (await heapUsed(page)) - before;
  return {
    measurements: [
      {
        what: 'frames while scrolling a million rows by hand, 11 a turn, 95 % within',
        baseline: 'the same page at rest',
        measured: byHand.p95,
        against: rest.p95,
        unit: 'ms',
        note: `the longest ${byHand.longest.toFixed(0)} ms; while rows still come 95 % within ${whileLoading.p95.toFixed(0)} ms`,
      },
      {
        what: 'frames while they are flung past, 111 a turn, 95 % within',
        baseline: 'the same page at rest',
        measured: flung.p95,
        against: rest.p95,
        unit: 'ms',
        note: `the longest ${flung.longest.toFixed(0)} ms`,
      },
      {
        what: 'memory of a million rows of five columns',
        baseline: 'what the server sent for them, as JSON',
        measured: heap / 1e6,
        against: received / 1e6,
        unit: 'MB',
      },
    ],
    notes: [
      `The first of three million rows were shown after ${(firstRows / 1000).toFixed(1)} s, and the million that may be read was there after ${(all / 1000).toFixed(0)} s, while the page was used. The browser draws without a graphics card here.`,
    ],
  };
};

/** The page loads the first rows by itself, and the others when somebody wants them. */
const loadAll = async (page: Page): Promise<void> => {
  const button = page.getByRole('button', { name: /^Load all/ });
  if (await button.isVisible()) await button.click();
  await page.getByText(loaded).first().waitFor({ timeout: withinMs });
};
