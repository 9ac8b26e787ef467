import { type Browser, chromium, type Page } from 'playwright-core';
import { launchBrowser } from '../../tests/support/launch-browser.mjs';
import type { Findings } from '../measurement.ts';
import { startLoadedStack } from '../stack-process.ts';
import { lighthouseScores } from './lighthouse-scores.ts';
import { millionRows } from './million-rows.ts';
import { serveSample } from './sample-site.ts';
import { type Visit, type Visited, visit } from './visit.ts';

export const title = 'The page beside the published sample’s';

const months = Array.from({ length: 11 }, (_, index) => `2015-${String(index + 1).padStart(2, '0')}`);

/** What the page weighs and how fast rows are there, against the sample's page; a million rows; Lighthouse. */
export const measure = async (): Promise<Findings> => {
  const stack = await startLoadedStack();
  const server = await launchBrowser();
  try {
    const origin = stack.description.page;
    const browser = await chromium.connect(server.wsEndpoint());
    await visitAnew(browser, sample(origin)); // so that every later run reuses a result: the pages differ, not Redshift
    const [theirs, ours] = [
      await visitAnew(browser, sample(origin)),
      await visitAnew(browser, readout(origin)),
    ];
    const million = await withPage(browser, (page) => millionRows(page, origin));
    await browser.close();
    return {
      measurements: [...compare(ours, theirs), ...million.measurements],
      notes: [...million.notes, await lighthouseScores(origin)],
    };
  } finally {
    await server.close();
    await stack.stop();
  }
};

const withPage = async <T>(browser: Browser, action: (page: Page) => Promise<T>): Promise<T> => {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    permissions: ['local-network-access'], // the sample's page comes from no server, and asks one of this machine
  });
  try {
    return await action(await context.newPage());
  } finally {
    await context.close();
  }
};

const visitAnew = (browser: Browser, visited: Visited & { prepare?: (page: Page) => Promise<void> }) =>
  withPage(browser, async (page) => {
    await visited.prepare?.(page);
    return visit(page, visited, months);
  });

const sample = (origin: string) => ({
  path: `${origin}/sample/`,
  prepare: (page: Page) => serveSample(page, origin),
  enter: (page: Page) => page.getByLabel('Trip month').waitFor(),
  choose: (page: Page, month: string) => page.getByLabel('Trip month').fill(month),
  rows: 'td:has-text("MONTH-01")',
});

const readout = (origin: string): Visited => ({
  path: `${origin}/reports/taxi/daily`,
  enter: (page) => page.getByRole('button', { name: 'Run', exact: true }).waitFor(),
  choose: (page, month) => page.getByLabel('Trip month').fill(month),
  rows: '[role=gridcell]:has-text("MONTH-01")',
});

const compare = (ours: Visit, theirs: Visit) => [
  {
    what: 'gzipped, until a report can be run',
    baseline: 'the sample’s page',
    measured: ours.entered / 1000,
    against: theirs.entered / 1000,
    unit: 'KB',
  },
  {
    what: 'gzipped, until the first rows are shown',
    baseline: 'the sample’s page',
    measured: ours.shown / 1000,
    against: theirs.shown / 1000,
    unit: 'KB',
    note: 'form, grid and languages of Readout; nothing of the kind in the sample',
  },
  {
    what: 'from Run to the first rows, median of later runs',
    baseline: 'the sample’s page, for the same reused results',
    measured: medianOf(ours.waits.slice(1)),
    against: medianOf(theirs.waits.slice(1)),
    unit: 'ms',
    note: `the first run, which loads the grid: ${(ours.waits[0] ?? 0).toFixed(0)} ms`,
  },
];

const medianOf = (values: number[]): number =>
  values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
