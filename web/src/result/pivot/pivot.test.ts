import type { Cell } from '@readout/runtime/contracts.ts';
import fc from 'fast-check';
import { MOST_COLUMNS, type Pivot, type PivotWish, pivot } from './pivot.ts';
import { pivotRows } from './pivot-rows.ts';

const columns = [
  { name: 'city', type: 'varchar' },
  { name: 'at', type: 'timestamp' },
  { name: 'fare', type: 'numeric(38,2)' },
  { name: 'tip', type: 'float8' },
];
const rows: Cell[][] = [
  ['Ames', '2015-01-31 10:00:00', '90071992547409930.10', 0.1],
  ['Rome', '2015-02-01 00:00:00', '0.20', 0.2],
  ['Ames', '2015-02-03 00:00:00', '0.03', null],
  [null, '2015-02-04 00:00:00', null, 0.3],
];
const made = async (all: Cell[][], wish: Partial<PivotWish>, places?: Uint32Array) => {
  const whole: PivotWish = { rows: { column: 0, step: 'exact' }, measure: 'count', ...wish };
  return (await pivot({ rows: all, places }, columns, whole, () => undefined)) as Pivot;
};

it('counts rows by one column, NULL last', async () => {
  expect(await made(rows, {})).toEqual({
    rowKeys: ['Ames', 'Rome', null],
    columnKeys: [null],
    cells: [[2], [1], [1]],
    rowTotals: [2, 1, 1],
    columnTotals: [4],
    total: 4,
  });
});

it('sums decimals with every digit, by two columns, times by the month', async () => {
  expect(await made(rows, { columns: { column: 1, step: 'month' }, measure: 'sum', value: 2 })).toEqual({
    rowKeys: ['Ames', 'Rome', null],
    columnKeys: ['2015-01', '2015-02'],
    cells: [
      ['90071992547409930.10', '0.03'],
      [null, '0.20'],
      [null, null],
    ],
    rowTotals: ['90071992547409930.13', '0.20', null],
    columnTotals: ['90071992547409930.10', '0.23'],
    total: '90071992547409930.33',
  });
});

it.each([
  ['mean', 2, ['45035996273704965.065', '0.2', null], '30023997515803310.11'],
  ['least', 2, ['0.03', '0.20', null], '0.03'],
  ['greatest', 2, ['90071992547409930.10', '0.20', null], '90071992547409930.10'],
  ['sum', 3, [0.1, 0.2, 0.3], 0.6],
] as const)('gives the %s', async (measure, value, rowTotals, total) => {
  expect(await made(rows, { measure, value })).toMatchObject({ rowTotals, total });
});

it('takes the chosen rows only', async () => {
  expect(await made(rows, {}, Uint32Array.of(3, 1))).toMatchObject({ rowKeys: ['Rome', null], total: 2 });
});

it('says how many columns there would be, where they are too many', async () => {
  const many = Array.from({ length: MOST_COLUMNS + 51 }, (_, n): Cell[] => ['x', `t${n}`]);
  const columnsWish = { column: 1, step: 'exact' as const };
  expect(await made(many, { columns: columnsWish })).toEqual({ tooMany: MOST_COLUMNS + 51 });
});

it('totals to what its cells are together', async () => {
  const cell = fc.tuple(fc.constantFrom('a', 'b', null), fc.constantFrom('x', 'y'), fc.bigInt().map(String));
  await fc.assert(
    fc.asyncProperty(fc.array(cell, { minLength: 1 }), async (all) => {
      const found = await made(all, { columns: { column: 1, step: 'exact' }, measure: 'sum', value: 2 });
      const sum = (cells: Cell[]) => cells.reduce((a: bigint, one) => a + BigInt(String(one ?? 0)), 0n);
      const expected = sum(all.map(([, , n]) => n));
      expect(sum(found.cells.flat())).toBe(expected);
      expect(sum(found.rowTotals)).toBe(expected);
      expect(sum(found.columnTotals)).toBe(expected);
      expect(BigInt(String(found.total))).toBe(expected);
    }),
  );
});

it('is rows of cells with heads and totals, for a file', async () => {
  const heads = { corner: 'City', total: 'Total', columns: ['2015-01', '2015-02'] };
  const months = { columns: { column: 1, step: 'month' as const } };
  expect(pivotRows(await made(rows.slice(0, 2), months), { ...heads, last: 'Total', across: true })).toEqual([
    ['City', '2015-01', '2015-02', 'Total'],
    ['Ames', 1, null, 1],
    ['Rome', null, 1, 1],
    ['Total', 1, 1, 2],
  ]);
  expect(pivotRows(await made(rows.slice(0, 1), {}), { ...heads, last: 'Count', across: false })).toEqual([
    ['City', 'Count'],
    ['Ames', 1],
    ['Total', 1],
  ]);
});
