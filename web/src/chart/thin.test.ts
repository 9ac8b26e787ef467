import type { Cell, Column } from '@readout/runtime/contracts.ts';
import { draw } from './draw.ts';

const columns: Column[] = [
  { name: 'n', type: 'int8' },
  { name: 'a', type: 'int8' },
  { name: 'b', type: 'int8' },
];
const lines = (rows: Cell[][]) => draw(columns, rows, { type: 'line', x: 'n', y: ['a', 'b'] });

it('leaves alone what can be seen', () => {
  const { xs, notes } = lines(Array.from({ length: 2_000 }, (_, n) => [n, n, n]));
  expect(xs).toHaveLength(2_000);
  expect(notes).toEqual([]);
});

it('keeps the ends, every peak of every line and every gap, and says how many rows there are', () => {
  const rows = Array.from({ length: 200_000 }, (_, n): Cell[] => [n, n % 10, 5]);
  rows[77_777] = [77_777, 1_000, 5];
  rows[150_001] = [150_001, 3, -1_000];
  rows[90_000] = [90_000, null, 5];
  const { xs, series, notes } = lines(rows);
  expect(xs.length).toBeLessThan(5_000);
  expect([xs[0], xs.at(-1)]).toEqual([0, 199_999]);
  expect(xs).toEqual(expect.arrayContaining([77_777, 150_001, 90_000]));
  expect(xs).toEqual([...xs].sort((x, y) => Number(x) - Number(y)));
  expect(series[0]?.cells[xs.indexOf(90_000)]).toBeNull();
  expect(notes).toEqual([
    `Drawn from 200,000 rows, thinned from 400,000 to ${(xs.length * 2).toLocaleString('en')} points; peaks and gaps are kept.`,
  ]);
});
