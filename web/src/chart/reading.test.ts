import type { Cell, Chart } from '@readout/runtime/contracts.ts';
import { describe as describeDrawing } from './description.ts';
import { draw } from './draw.ts';
import { numberOf } from './number-of.ts';
import { readingOf, spoken } from './reading.ts';

const columns = [
  { name: 'day', type: 'date' },
  { name: 'city', type: 'varchar' },
  { name: 'n', type: 'int8' },
];
const rows: Cell[][] = [
  ['2001-01-01', 'a', '9007199254740993'],
  ['2001-01-02', 'b', '0.10'],
  ['2001-01-03', 'a', null],
];
const NONE = new Set<string>();

it('reads every digit, and NULL as it is', () => {
  const drawing = draw(columns, rows.slice(0, 2), { type: 'line', x: 'day', y: ['n'] });
  expect(readingOf(drawing, { at: 0 }, NONE)).toEqual({
    title: '2001-01-01',
    lines: [{ name: 'n', text: '9007199254740993', series: 0 }],
  });
});

it('reads the series that are there and not switched off', () => {
  const drawing = draw(columns, rows, { type: 'line', x: 'day', y: ['n'], series: 'city' });
  expect(readingOf(drawing, { at: 1 }, NONE).lines.map(({ name }) => name)).toEqual(['b']);
  expect(readingOf(drawing, { at: 1 }, new Set(['b'])).lines).toEqual([]);
});

it('is said in one sentence, a slice with its share', () => {
  const drawing = draw(
    columns,
    [
      ['d', 'a', 1],
      ['d', 'b', 3],
    ],
    { type: 'pie', x: 'city', y: ['n'] },
  );
  expect(spoken(readingOf(drawing, { at: 1 }, NONE))).toBe('b, n 3 · 75%');
});

it('describes what is drawn, from where to where, and its ends', () => {
  expect(describeDrawing(draw(columns, rows.slice(0, 2), { type: 'line', x: 'day', y: ['n'] }))).toBe(
    'Line chart: n by day, 2 places. From 2001-01-01 to 2001-01-02. n: least 0.10 at 2001-01-02, greatest 9007199254740993 at 2001-01-01. The rows themselves are in the table.',
  );
});

it.each([
  [undefined, { value: '9', caption: 'n · 2001-01-03', compared: undefined }],
  ['previous', { value: '9', caption: 'n · 2001-01-03', compared: '+4 (+80%) against 2001-01-02' }],
  ['first', { value: '9', caption: 'n · 2001-01-03', compared: '−1 (−10%) against 2001-01-01' }],
] as const)('writes the number of the last row, compared with: %s', (compare, expected) => {
  const days = [10, 5, 9].map((n, at): Cell[] => [`2001-01-0${at + 1}`, 'a', n]);
  expect(
    numberOf({
      columns,
      rows: days,
      chart: { type: 'number', x: 'day', y: ['n'], ...(compare && { compare }) },
    }),
  ).toEqual(expected);
});

it('says what a number cannot be compared with', () => {
  const chart: Chart = { type: 'number', y: ['n'], compare: 'previous' };
  expect(numberOf({ columns, rows: rows.slice(1), chart })).toEqual({
    value: 'NULL',
    caption: 'n',
    compared: 'Cannot be compared with the row before',
  });
  expect(numberOf({ columns, rows: rows.slice(0, 1), chart }).compared).toBeUndefined();
});
