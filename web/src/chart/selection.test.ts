import type { Cell } from '@readout/runtime/contracts.ts';
import { draw } from './draw.ts';
import { filtersOf, filtersOfSquare, nearest } from './selection.ts';

const columns = [
  { name: 'n', type: 'int8' },
  { name: 'city', type: 'varchar' },
  { name: 'day', type: 'date' },
];
const rows: Cell[][] = [
  [1, 'a', '2001-01-01'],
  [7, 'b', '2001-01-02'],
  [3, null, '2001-01-05'],
];

it.each([
  [-5, 0],
  [0.9, 0],
  [1.6, 1],
  [4, 1],
  [99, 2],
])('finds the place nearest to %d', (value, expected) => {
  expect(nearest([0, 2, 10], value)).toBe(expected);
});

it('makes a stretch of time a range of the exact cells, whichever end came first', () => {
  const drawing = draw(columns, rows, { type: 'line', x: 'day', y: ['n'] });
  const range = { column: 2, kind: 'range', from: '2001-01-02', to: '2001-01-05' };
  expect(filtersOf(drawing, 2, 1)).toEqual([range]);
});

it('makes bars their values, NULL among them', () => {
  const drawing = draw(columns, rows, { type: 'bar', x: 'city', y: ['n'] });
  expect(filtersOf(drawing, 1, 2)).toEqual([{ column: 1, kind: 'values', values: ['b', null] }]);
});

it('makes the slice of the others all that it stands for', () => {
  const drawing = draw(columns, rows, { type: 'pie', x: 'city', y: ['n'], top: 1 });
  expect(filtersOf(drawing, 1, 1)).toEqual([{ column: 1, kind: 'values', values: ['a', null] }]);
});

it('makes a square its column and its row', () => {
  const drawing = draw(columns, rows, { type: 'heat-map', x: 'day', y: ['n'], series: 'city' });
  expect(filtersOfSquare(drawing, columns, { at: 1, series: 1 })).toEqual([
    { column: 2, kind: 'values', values: ['2001-01-02'] },
    { column: 1, kind: 'values', values: ['b'] },
  ]);
});
