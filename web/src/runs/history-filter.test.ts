import { exampleRun } from '@readout/client/testing/examples.ts';
import { filterFrom, type HistoryFilter, historyHref, isFiltered, matches } from './history-filter.ts';

const any: HistoryFilter = { report: '', status: '', text: '', from: '', to: '' };
const noon = new Date(2026, 0, 15, 12).toISOString();
const run = exampleRun({
  status: 'succeeded',
  createdAt: noon,
  inputs: { month: '2015-12', vendor: ['a', 'B'] },
});

it.each<[Partial<HistoryFilter>, boolean]>([
  [{}, true],
  [{ report: 'taxi/daily' }, true],
  [{ report: 'taxi' }, false],
  [{ status: 'succeeded' }, true],
  [{ status: 'failed' }, false],
  [{ text: ' 2015-12 ' }, true],
  [{ text: 'VENDOR: A, b' }, true],
  [{ text: 'yellow TAXI' }, true],
  [{ text: '2016' }, false],
  [{ from: '2026-01-15', to: '2026-01-15' }, true],
  [{ from: '2026-01-16' }, false],
  [{ to: '2026-01-14' }, false],
  [{ status: 'succeeded', text: 'nowhere' }, false],
])('%j: %s', (filter, found) => {
  expect(matches(run, { ...any, ...filter })).toBe(found);
});

it('is written into the address, and read from it', () => {
  const filter: HistoryFilter = { ...any, report: 'taxi/daily', text: 'a & b', from: '2026-01-01' };
  const href = historyHref(filter);
  expect(filterFrom(new URL(href, 'https://page').searchParams)).toEqual(filter);
  expect([historyHref(any), isFiltered(any), isFiltered(filter)]).toEqual(['/runs', false, true]);
});

it('takes what no filter can be for none', () => {
  expect(filterFrom(new URLSearchParams('status=eaten&from=tomorrow&other=1'))).toEqual(any);
});
