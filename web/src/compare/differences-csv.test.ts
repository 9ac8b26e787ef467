import type { Cell, Column } from '@readout/runtime/contracts.ts';
import { compareRows } from './compare-rows.ts';
import { differencesCsv } from './differences-csv.ts';
import { isShared, pairColumns } from './paired-columns.ts';

const words = {
  change: 'change',
  left: 'left',
  right: 'right',
  difference: 'difference',
  kinds: { added: 'added', removed: 'removed', changed: 'changed', same: 'same' },
};

function end<Result>(work: Generator<number, Result>): Result {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}

function csv(left: Cell[][], right: Cell[][], leftColumns: Column[], rightColumns = leftColumns): string[] {
  const columns = pairColumns(leftColumns, rightColumns);
  const shared = columns.filter(isShared);
  const comparison = end(compareRows(left, right, shared, shared.slice(0, 1)));
  return end(differencesCsv(comparison, columns, words))
    .join('')
    .split('\r\n')
    .slice(0, -1);
}
const city = { name: 'city', type: 'varchar' };
const fare = { name: 'fare', type: 'numeric' };

it('has a line of every row that differs, with both cells and the exact difference', () => {
  const lines = csv(
    [
      ['a', '0.1'],
      ['b', '1'],
      ['c', '1'],
    ],
    [
      ['a', '0.3'],
      ['b', '1.0'],
      ['d', '9007199254740993'],
    ],
    [city, fare],
  );
  expect(lines).toEqual([
    '\uFEFFchange,city (left),city (right),fare (left),fare (right),fare (difference)',
    'changed,a,a,0.1,0.3,0.2',
    'added,,d,,9007199254740993,',
    'removed,c,,1,,',
  ]);
});

it('tells NULL from the empty text, and quotes what must be', () => {
  const lines = csv([['k', null]], [['k', '']], [city, { name: 'a, "b"', type: 'varchar' }]);
  expect(lines[0]).toContain('"a, ""b"" (left)"');
  expect(lines[1]).toBe('changed,k,k,,""');
});

it('runs nothing in a spreadsheet, and leaves numbers alone', () => {
  const lines = csv([['=1+1', '-1']], [['=1+1', '-2']], [city, fare]);
  expect(lines[1]).toBe("changed,'=1+1,'=1+1,-1,-2,-1");
});

it('has a column that only one side has once', () => {
  const lines = csv([['a', 'x']], [['b', 7]], [city, { name: 'old', type: 'varchar' }], [city, fare]);
  expect(lines).toEqual([
    '\uFEFFchange,city (left),city (right),old (left),fare (right)',
    'added,,b,,7',
    'removed,a,,x,',
  ]);
});
