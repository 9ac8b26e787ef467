import type { Cell, Chart, Column } from '@readout/runtime/contracts.ts';
import { type Drawable, draw } from './draw.ts';

const columns: Column[] = [
  { name: 'day', type: 'date' },
  { name: 'city', type: 'varchar' },
  { name: 'fare', type: 'numeric' },
  { name: 'n', type: 'int8' },
];
const drawn = (chart: Omit<Chart, 'y'> & { x: string; y?: string[] }, ...rows: Cell[][]) =>
  draw(columns, rows, { y: ['fare'], ...chart } as Drawable);
const row = (day: Cell, city: Cell, fare: Cell, n: Cell = 1): Cell[] => [day, city, fare, n];

it('puts days in their order, and keeps NULL as a gap and every digit', () => {
  const { xs, series, x } = drawn(
    { type: 'line', x: 'day', y: ['fare', 'n'] },
    row('2001-01-03', 'a', null),
    row('2001-01-01', 'a', '12345678901234567.89', '9007199254740993'),
  );
  expect(x.kind).toBe('time');
  expect(xs).toEqual(['2001-01-01', '2001-01-03']);
  expect(series.map(({ name, cells }) => [name, cells])).toEqual([
    ['fare', ['12345678901234567.89', null]],
    ['n', ['9007199254740993', 1]],
  ]);
});

it('draws a line for each value of a column, with nothing where it has no row', () => {
  const { xs, series, notes } = drawn(
    { type: 'line', x: 'day', series: 'city' },
    row('2001-01-01', 'a', 1),
    row('2001-01-02', null, 2),
  );
  expect(xs).toHaveLength(2);
  expect(series).toMatchObject([
    { name: 'a', key: 'a', cells: [1, undefined] },
    { name: 'NULL', key: null, cells: [undefined, 2] },
  ]);
  expect(notes).toEqual([]);
});

it('adds up rows that meet, exactly, and says so', () => {
  const rows = [row(null, 'a', '0.10'), row(null, 'b', '5.00'), row(null, 'a', '0.20')];
  expect(drawn({ type: 'bar', x: 'city' }, ...rows)).toMatchObject({
    xs: ['a', 'b'],
    series: [{ cells: ['0.30', '5.00'] }],
    notes: ['Rows with the same city are added up.'],
  });
  expect(drawn({ type: 'bar', x: 'city', combine: 'count' }, ...rows)).toMatchObject({
    series: [{ cells: [2, 1] }],
    notes: ['Values with the same city are counted.'],
  });
});

it('says what has no place on the axis', () => {
  const { xs, notes } = drawn({ type: 'line', x: 'day' }, row(null, 'a', 1), row('2001-01-01', 'a', 2));
  expect(xs).toEqual(['2001-01-01']);
  expect(notes).toEqual(['1 value without a day is not drawn.']);
});

it.each([
  [undefined, ['b', 'a', null]],
  ['x', ['a', 'b', null]],
  ['largest', ['a', null, 'b']],
  ['smallest', ['b', null, 'a']],
] as const)('orders bars: %s', (sort, expected) => {
  const rows = [row(null, 'b', 1), row(null, 'a', 30), row(null, null, 2)];
  expect(drawn({ type: 'bar', x: 'city', ...(sort && { sort }) }, ...rows).xs).toEqual(expected);
});

const cities = Array.from({ length: 5 }, (_, at) => row('2001-01-01', `c${at}`, `${at}.50`));

it('keeps the largest bars, and says that the others are not drawn', () => {
  expect(drawn({ type: 'bar', x: 'city', top: 2 }, ...cities)).toMatchObject({
    xs: ['c3', 'c4'],
    notes: ['The 2 largest of 5 values of city are drawn.'],
  });
});

it('keeps the largest slices, and adds the others up', () => {
  expect(drawn({ type: 'pie', x: 'city', top: 2, sort: 'largest' }, ...cities)).toMatchObject({
    xs: ['c4', 'c3', 'Others (3)'],
    others: ['c2', 'c1', 'c0'],
    series: [{ cells: ['4.50', '3.50', '4.50'] }],
    notes: ['The 2 largest of 5 are drawn by themselves, the others added up.'],
  });
});

it('keeps the largest series; on top of one another, with the sum of the others', () => {
  const chart = { type: 'area', x: 'day', series: 'city', top: 2 } as const;
  expect(drawn(chart, ...cities)).toMatchObject({
    series: [{ name: 'c3' }, { name: 'c4' }],
    notes: ['The 2 largest of 5 series are drawn.'],
  });
  expect(drawn({ ...chart, stacked: true }, ...cities).series).toMatchObject([
    { name: 'c3' },
    { name: 'c4' },
    { name: 'Others (3)', cells: ['4.50'] },
  ]);
});

it('says which bars are too many', () => {
  const rows = Array.from({ length: 700 }, (_, at) => row(null, `c${at}`, 1));
  const { xs, notes } = drawn({ type: 'bar', x: 'city' }, ...rows);
  expect(xs).toHaveLength(500);
  expect(notes).toEqual(['The first 500 of 700 values of city are drawn.']);
});

it('says what a logarithmic scale cannot show', () => {
  const { notes } = drawn(
    { type: 'line', x: 'n', log: true },
    row(null, null, 0, 1),
    row(null, null, -3, 2),
    row(null, null, null, 3),
    row(null, null, 5, 4),
  );
  expect(notes).toEqual(['2 values that are zero or less cannot be drawn on a logarithmic scale.']);
});

it('draws a point for each row, and several columns as several colours', () => {
  const { xs, series } = drawn({ type: 'scatter', x: 'n' }, row(null, 'a', '1.5', 7), row(null, 'b', 2, 7));
  expect(xs).toEqual([7, 7]);
  expect(series).toMatchObject([{ name: 'fare', cells: ['1.5', 2] }]);
});

it('draws one of many points on the same place, and says from how many', () => {
  const rows = Array.from({ length: 50_000 }, (_, at) => row(null, 'a', at % 7, at % 11));
  const { xs, notes } = drawn({ type: 'scatter', x: 'n' }, ...rows);
  expect(xs).toHaveLength(77);
  expect(notes[0]).toMatch(/^Drawn from 50,000 rows, thinned from 50,000 to 77 points/);
});
