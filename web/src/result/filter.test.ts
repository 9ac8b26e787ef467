import type { Cell } from '@readout/runtime/contracts.ts';
import { type Filter, passes } from './filter.ts';

/** Numbers are of the first column, texts of the second. */
const columns = [
  { name: 'n', type: 'numeric' },
  { name: 't', type: 'varchar' },
];
const kept = (filter: Filter, cells: Cell[]) =>
  cells.filter((cell) => passes(filter, columns)(filter.column === 0 ? [cell] : ['beside', cell]));

it.each<[string, Filter, Cell[], Cell[]]>([
  ['a range, both ends included', { column: 0, kind: 'range', from: 2, to: 3 }, [1, 2, 3, 4], [2, 3]],
  [
    'an open beginning',
    { column: 0, kind: 'range', from: null, to: '1.5' },
    ['-2', '1.50', '1.51'],
    ['-2', '1.50'],
  ],
  [
    'an open end',
    { column: 1, kind: 'range', from: '2015-02-01', to: null },
    ['2015-01-31', '2015-02-01'],
    ['2015-02-01'],
  ],
  [
    'whatever has a value',
    { column: 0, kind: 'range', from: null, to: null },
    ['', null, 0, false],
    ['', 0, false],
  ],
  [
    'integers that a double holds as one',
    { column: 0, kind: 'range', from: '9007199254740993', to: null },
    ['9007199254740992', '9007199254740993'],
    ['9007199254740993'],
  ],
  [
    'values, NULL among them',
    { column: 0, kind: 'values', values: ['a', null] },
    ['a', 'b', null, ''],
    ['a', null],
  ],
  [
    'a text in any case, never in NULL',
    { column: 0, kind: 'text', text: 'UL' },
    ['Null', 'pull', null, 'u l'],
    ['Null', 'pull'],
  ],
])('keeps %s', (_what, filter, cells, expected) => {
  expect(kept(filter, cells)).toEqual(expected);
});
