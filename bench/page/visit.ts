import { gzipSync } from 'node:zlib';
import type { Page, Response } from 'playwright-core';

/** One of the two pages, and how a person gets to rows on it. */
export interface Visited {
  path: string;
  /** From the address to where a report can be run. */
  enter(page: Page): Promise<void>;
  /** Chooses a month of `taxi/daily`. */
  choose(page: Page, month: string): Promise<void>;
  /** Visible once rows are. */
  rows: string;
}

/** What a visit cost. */
export interface Visit {
  /** Bytes of all answers up to where a report can be run, and up to the first rows, gzipped. */
  entered: number;
  shown: number;
  /** Milliseconds from Run to the first row, for each month. */
  waits: number[];
}

/** Signs in and waits until the page is in. */
export const signIn = async (page: Page, origin: string): Promise<void> => {
  await page.goto(origin);
  await fillIn(page);
  await page.getByText('Connection: open').first().waitFor();
};

const fillIn = async (page: Page): Promise<void> => {
  await page.getByLabel('Email').fill('analyst@example.com');
  await page.getByLabel('Password', { exact: true }).fill('Readout-1');
  await page.getByRole('button', { name: 'Sign in' }).click();
};

/** Visits one page: signs in, and runs each month once. */
export const visit = async (page: Page, visited: Visited, months: string[]): Promise<Visit> => {
  const weigh = weighing(page);
  await page.goto(visited.path);
  await fillIn(page);
  await visited.enter(page);
  const entered = await weigh();
  const waits: number[] = [];
  let shown = 0;
  for (const month of months) {
    await visited.choose(page, month);
    const from = performance.now();
    await page.getByRole('button', { name: 'Run', exact: true }).click();
    await page.locator(visited.rows.replace('MONTH', month)).first().waitFor();
    waits.push(performance.now() - from);
    shown ||= await weigh();
  }
  return { entered, shown, waits };
};

/** The bytes of all that the page was answered so far, as a server that compresses would send them. */
const weighing = (page: Page): (() => Promise<number>) => {
  const answers: Promise<number>[] = [];
  page.on('response', (response) => answers.push(weightOf(response)));
  return async () => (await Promise.all(answers)).reduce((sum, bytes) => sum + bytes, 0);
};

const weightOf = async (response: Response): Promise<number> => {
  const body = await response.body().catch(() => Buffer.alloc(0)); // a redirect or an OPTIONS has none
  return /font|image\/png/.test(response.headers()['content-type'] ?? '')
    ? body.length
    : gzipSync(body).length;
};
