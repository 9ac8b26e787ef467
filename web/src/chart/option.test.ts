import type { Cell, Chart } from '@readout/runtime/contracts.ts';
import { type Drawable, draw } from './draw.ts';
import { lookOf } from './look.ts';
import { optionOf } from './option.ts';
import { pictureName, pictureOption } from './picture.ts';

const columns = [
  { name: 'day', type: 'date' },
  { name: 'city', type: 'varchar' },
  { name: 'n', type: 'int8' },
  { name: 'm', type: 'numeric' },
];
const rows: Cell[][] = [
  ['2001-01-01', 'a', 1, '0.5'],
  ['2001-01-03', 'b', null, '-2'],
  ['2001-01-04', 'c', '9007199254740993', '4'],
];
const look = lookOf(false, true, 'Inter');
const drawing = (chart: Partial<Chart>) =>
  draw(columns, rows, { type: 'line', x: 'day', y: ['n', 'm'], ...chart } as Drawable);
// biome-ignore lint/suspicious/noExplicitAny: what ECharts takes has no narrower type
const option = (chart: Partial<Chart>, hidden: string[] = []): any =>
  optionOf(drawing(chart), look, new Set(hidden));

it('draws days where they are in time, and NULL as a gap', () => {
  const { xAxis, series, useUTC } = option({});
  expect({ type: xAxis.type, useUTC }).toEqual({ type: 'time', useUTC: true });
  expect(series[0]).toMatchObject({ type: 'line', name: 'n', connectNulls: false });
  expect(series[0].data).toEqual([
    [Date.UTC(2001, 0, 1), 1],
    [Date.UTC(2001, 0, 3), null],
    [Date.UTC(2001, 0, 4), 9007199254740992],
  ]);
});

it('leaves series out that are switched off, and lets the others keep their colours', () => {
  const [all, one] = [option({}), option({}, ['n'])];
  expect(one.series).toEqual([all.series[1]]);
});

it('puts parts on top of one another', () => {
  expect(option({ type: 'area', stacked: true }).series).toMatchObject([
    { stack: 'all', areaStyle: {} },
    { stack: 'all', areaStyle: {} },
  ]);
});

it('measures logarithmically, without what has no logarithm', () => {
  const { yAxis, series } = option({ y: ['m'], log: true });
  expect(yAxis.type).toBe('log');
  expect(series[0].data.map(([, value]: number[]) => value)).toEqual([0.5, null, 4]);
});

it('gives bars a place for each name, and points their size on both axes', () => {
  expect(option({ type: 'bar', x: 'city', y: ['m'] })).toMatchObject({
    xAxis: { type: 'category', data: ['a', 'b', 'c'] },
    series: [
      {
        type: 'bar',
        data: [
          [0, 0.5],
          [1, -2],
          [2, 4],
        ],
      },
    ],
  });
  expect(option({ type: 'scatter', x: 'm', y: ['n'] })).toMatchObject({
    xAxis: { type: 'value' },
    series: [
      {
        type: 'scatter',
        data: [
          [0.5, 1],
          [4, 9007199254740992],
        ],
      },
    ],
  });
});

it('cuts a pie, and colours the squares of a heat map by what they measure', () => {
  expect(option({ type: 'pie', x: 'city', y: ['n'] }).series[0].data).toMatchObject([
    { name: 'a', value: 1 },
    { name: 'b', value: 0 },
    { name: 'c', value: 9007199254740992 },
  ]);
  expect(option({ type: 'heat-map', x: 'day', y: ['m'], series: 'city' })).toMatchObject({
    visualMap: { min: -2, max: 4 },
    series: [
      {
        data: [
          [0, 0, 0.5],
          [1, 1, -2],
          [2, 2, 4],
        ],
      },
    ],
  });
});

it('is still for who wants nothing to move', () => {
  const still = lookOf(false, false, 'Inter');
  expect(optionOf(drawing({}), still, new Set()).animation).toBe(false);
  expect(option({}).animation).toBe(true);
});

it('gives a picture its title, its notes and its legend', () => {
  const notes = ['Drawn from the 3 rows that are loaded; the result has more of them.'];
  expect(pictureOption(drawing({}), look, { title: 'Fares', notes })).toMatchObject({
    animation: false,
    backgroundColor: '#ffffff',
    title: { text: 'Fares', subtext: notes[0] },
    legend: { data: [{ name: 'n' }, { name: 'm' }] },
  });
});

it.each([
  ['Yellow taxi, day by day', 'yellow-taxi-day-by-day-line.png'],
  ['Umsätze / Übersicht: <b>', 'umsätze-übersicht-b-line.png'],
  ['../..', 'line.png'],
])('names the file of %j', (title, name) => {
  expect(pictureName(title, 'line', 'png')).toBe(name);
});
