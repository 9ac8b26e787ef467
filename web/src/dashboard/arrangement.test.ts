import type { Tile } from '@readout/runtime/contracts.ts';
import { arranged, arrangementName, arrangementOf } from './arrangement.ts';

const tile = (id: string): Tile => ({
  id,
  report: 'taxi/daily',
  title: id,
  inputs: {},
  shared: {},
  show: 'table',
  size: { columns: 2, rows: 4 },
});
const tiles = [tile('a'), tile('b')];
const places = (kept: unknown) => arranged(tiles, kept).map(({ data: _, ...place }) => place);
const asTheFileSays = [
  { id: 'a', columnSpan: 2, rowSpan: 4 },
  { id: 'b', columnSpan: 2, rowSpan: 4 },
];

it('is as the file says at first', () => {
  expect(places(undefined)).toEqual(asTheFileSays);
  expect(arranged(tiles, undefined).map(({ data }) => data)).toEqual(tiles);
});

it('is as it was left', () => {
  const moved = [
    { id: 'b', data: tile('b'), columnSpan: 4, rowSpan: 3, columnOffset: { 4: 0 } },
    { id: 'a', data: tile('a'), columnSpan: 1, rowSpan: 2, columnOffset: { 4: 3 } },
  ];
  expect(arranged(tiles, JSON.parse(JSON.stringify(arrangementOf(moved))))).toEqual(moved);
});

it('forgets a tile that is gone and puts a new one at the end', () => {
  const kept = [
    { id: 'gone', columns: 1, rows: 2 },
    { id: 'b', columns: 1, rows: 2 },
  ];
  expect(places(kept)).toEqual([
    { id: 'b', columnSpan: 1, rowSpan: 2 },
    { id: 'a', columnSpan: 2, rowSpan: 4 },
  ]);
});

it.each([
  ['a text', 'b'],
  ['no places', [1, null, 'b']],
  ['places without sizes', [{ id: 'b' }]],
  ['sizes that are none', [{ id: 'b', columns: '4', rows: -1 }]],
  ['columns that are none', [{ id: 'b', columns: 1, rows: 2, offset: { 4: 'x' } }]],
])('is as the file says where %s are kept', (_what, kept) => {
  expect(places(kept)).toEqual(asTheFileSays);
});

it('shows a tile that is kept twice once', () => {
  const twice = [
    { id: 'b', columns: 1, rows: 2 },
    { id: 'b', columns: 3, rows: 3 },
  ];
  expect(places(twice).map(({ id }) => id)).toEqual(['b', 'a']);
});

it('has a name that a preference may have', () => {
  expect(arrangementName('flights/overview')).toBe('dashboard.flights.overview');
});
