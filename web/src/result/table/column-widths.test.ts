import type { Column } from '@readout/runtime/contracts.ts';
import { shownColumns } from '../shown-columns.ts';
import { columnWidths, type Measure } from './column-widths.ts';

const measure: Measure = (text, place) => text.length * (place === 'header' ? 10 : 8);
const text = (name: string): Column => ({ name, type: 'varchar' });
const widthOf = (column: Column, ...cells: (string | number | null)[]) =>
  columnWidths(
    shownColumns([column]),
    cells.map((cell) => [cell]),
    measure,
  )[0];

it('gives a column room for its name', () => {
  expect(widthOf(text('total_distance'), 'x')).toBe(140 + 24 + 28);
});

it('gives a column room for the longest of its cells, wherever it stands', () => {
  expect(widthOf(text('city'), 'Ames', 'Dallas-Fort Worth', null)).toBe(17 * 8 + 28);
});

it('is neither too narrow to grasp nor wider than a screen', () => {
  expect(widthOf(text('a'), 1)).toBe(62);
  expect(widthOf(text('words'), 'word '.repeat(500))).toBe(360);
});

it('gives every digit the width that tabular digits have', () => {
  const proportional: Measure = (digits) =>
    [...digits].reduce((sum, digit) => sum + (digit === '1' ? 4 : 9), 0);
  const column = { name: 'n', type: 'int8' };
  expect(columnWidths(shownColumns([column]), [['11111111']], proportional)).toEqual([8 * 9 + 28]);
});

it('looks at the widest of the long texts, not only at the longest', () => {
  const uneven: Measure = (letters) =>
    [...letters].reduce((sum, letter) => sum + (letter === 'i' ? 3 : 12), 0);
  expect(columnWidths(shownColumns([text('s')]), [['iiiiiiiiii'], ['WWWWWWWWW']], uneven)).toEqual([
    9 * 12 + 28,
  ]);
});
