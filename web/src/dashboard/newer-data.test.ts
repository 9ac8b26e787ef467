import { exampleRun } from '@readout/client/testing/examples.ts';
import type { Run } from '@readout/runtime/contracts.ts';
import { newerData } from './newer-data.ts';
import type { TileRun } from './use-tiles.ts';

const [before, load, after] = [
  '2026-01-05T08:00:00.000Z',
  '2026-01-05T09:00:00.000Z',
  '2026-01-05T10:00:00.000Z',
];

const tile = (
  topic: string,
  asOf = before,
  { busy = false, month = '2015-12', run = {} as Partial<Run> } = {},
) =>
  ({
    topic,
    tile: { report: 'taxi/daily', newestLoadAt: load },
    asked: { inputs: { month } },
    run: exampleRun({ status: 'succeeded', asOf, ...run }),
    busy,
  }) as unknown as TileRun;

const asked = (again: { of: TileRun; fresh: boolean }[]) => again.map(({ of, fresh }) => [of.topic, fresh]);

test('what was read before the load is asked again, and what is newer, runs or never ran is not', () => {
  const never = { ...tile('never'), run: undefined };
  const failed = tile('failed', before, { run: { status: 'failed', asOf: undefined, createdAt: before } });
  const tiles = [tile('old'), tile('new', after), tile('runs', before, { busy: true }), never, failed];
  expect(asked(newerData()(tiles))).toEqual([
    ['old', false],
    ['failed', false],
  ]);
});

test('where what is kept is older too, one of those that ask the same asks Redshift, then the others', () => {
  const again = newerData();
  const [a, b, other] = [tile('a'), tile('b'), tile('other', before, { month: '2015-11' })];
  again([a, b, other]);
  expect(asked(again([a, b, other]))).toEqual([
    ['a', true],
    ['other', true],
  ]);
  expect(again([tile('a', before, { busy: true }), b])).toEqual([]);
  expect(asked(again([tile('a', after), b]))).toEqual([['b', false]]);
});

test('a tile that stays old is not asked for ever', () => {
  const again = newerData();
  const rounds = Array.from({ length: 9 }, () => again([tile('a')]).length);
  expect(rounds.reduce((sum, count) => sum + count)).toBe(3);
});
