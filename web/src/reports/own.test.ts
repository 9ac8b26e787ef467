import { exampleRun } from '@readout/client/testing/examples.ts';
import { favouritesFrom, latestRuns, withFavourite } from './own.ts';

it('adds a favourite, and takes it away again', () => {
  expect(withFavourite(undefined, 'a')).toEqual(['a']);
  expect(withFavourite(['a'], 'b')).toEqual(['a', 'b']);
  expect(withFavourite(['a', 'b'], 'a')).toEqual(['b']);
});

it.each([[undefined], [null], ['a'], [{ a: 1 }], [[1, null]]])('takes %j for no favourites', (value) => {
  expect(favouritesFrom(value)).toEqual([]);
});

it('finds the latest run of each report, the latest first', () => {
  const run = (runId: string, report: string, minute: number) =>
    exampleRun({ runId, report, createdAt: `2026-01-01T00:0${minute}:00.000Z` });
  const runs = [run('1', 'a', 1), run('2', 'b', 3), run('3', 'a', 2), run('4', 'b', 0)];
  expect([...latestRuns(runs)].map(([report, { runId }]) => [report, runId])).toEqual([
    ['b', '2'],
    ['a', '3'],
  ]);
});
