import type { Cell, Column } from '@readout/runtime/contracts.ts';
import { type Comparison, compareRows } from './compare-rows.ts';
import { isShared, pairColumns } from './paired-columns.ts';

const columns: Column[] = [
  { name: 'day', type: 'date' },
  { name: 'trips', type: 'int8' },
  { name: 'fare', type: 'numeric' },
];

/** Drives a comparison to its end, and notes how far it was at every break. */
function compare(left: Cell[][], right: Cell[][], keys = ['day'], rightColumns = columns) {
  const shared = pairColumns(columns, rightColumns).filter(isShared);
  const work = compareRows(
    left,
    right,
    shared,
    shared.filter(({ name }) => keys.includes(name)),
  );
  const breaks: number[] = [];
  for (;;) {
    const { done, value } = work.next();
    if (done) return { comparison: value, breaks };
    breaks.push(value);
  }
}
const shape = ({ rows }: Comparison) => rows.map(({ kind, left, right }) => [kind, (left ?? right)?.[0]]);

it('finds rows that were added, removed and changed, and the cells that were', () => {
  const { comparison } = compare(
    [
      ['1', 5, '1.50'],
      ['2', 6, '2.00'],
      ['3', 7, '3.00'],
    ],
    [
      ['1', 5, '1.5'],
      ['3', 8, '3.10'],
      ['4', 9, '4.00'],
    ],
  );
  expect(comparison.counts).toEqual({ added: 1, removed: 1, changed: 1, same: 1 });
  expect(shape(comparison)).toEqual([
    ['same', '1'],
    ['removed', '2'],
    ['changed', '3'],
    ['added', '4'],
  ]);
  expect(comparison.rows[2]?.changed).toEqual([1, 2]);
  expect(comparison.changes).toEqual([0, 1, 1]);
});

it('shows what was added where the right result has it', () => {
  const { comparison } = compare(
    [
      ['2', 1, '1'],
      ['4', 1, '1'],
    ],
    [
      ['1', 1, '1'],
      ['2', 1, '1'],
      ['3', 1, '1'],
      ['4', 1, '1'],
    ],
  );
  expect(shape(comparison)).toEqual([
    ['added', '1'],
    ['same', '2'],
    ['added', '3'],
    ['same', '4'],
  ]);
});

it('takes another order for no difference', () => {
  const { comparison } = compare(
    [
      ['1', 1, '1'],
      ['2', 2, '2'],
    ],
    [
      ['2', 2, '2'],
      ['1', 1, '1'],
    ],
  );
  expect(comparison.counts).toEqual({ added: 0, removed: 0, changed: 0, same: 2 });
});

it('matches rows of one key in their order, and says how many there are', () => {
  const { comparison } = compare(
    [
      ['1', 1, '1'],
      ['1', 2, '1'],
    ],
    [
      ['1', 1, '1'],
      ['1', 3, '1'],
      ['1', 4, '1'],
    ],
  );
  expect(comparison.counts).toEqual({ added: 1, removed: 0, changed: 1, same: 1 });
  expect(comparison.repeated).toBe(3);
});

it('matches rows by their number where there is no key', () => {
  const { comparison } = compare(
    [
      ['1', 1, '1'],
      ['2', 2, '2'],
    ],
    [
      ['1', 1, '1'],
      ['x', 2, '2'],
      ['3', 3, '3'],
    ],
    [],
  );
  expect(shape(comparison)).toEqual([
    ['same', '1'],
    ['changed', '2'],
    ['added', '3'],
  ]);
});

it('compares columns by their name, wherever they stand', () => {
  const turned = [columns[2], columns[0], columns[1]] as Column[];
  const { comparison } = compare([['1', 5, '1.50']], [['1.50', '1', 6]], ['day'], turned);
  expect(comparison.changes).toEqual([0, 1, 0]);
});

it('has an end of nothing', () => {
  expect(compare([], []).comparison).toEqual({
    rows: [],
    counts: { added: 0, removed: 0, changed: 0, same: 0 },
    changes: [0, 0, 0],
    repeated: 0,
  });
});

it('breathes on its way through 100,000 rows, and misses none', () => {
  const rows = (by: number): Cell[][] =>
    Array.from({ length: 100_000 }, (_, at) => [String(at), at % 1000 === 0 ? by : 0, '1']);
  const { comparison, breaks } = compare(rows(1), rows(2));
  expect(comparison.counts).toEqual({ added: 0, removed: 0, changed: 100, same: 99_900 });
  expect(breaks.length).toBeGreaterThan(50);
  expect(breaks).toEqual([...breaks].sort((a, b) => a - b));
});
