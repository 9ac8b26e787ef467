import type { Chart } from '@readout/runtime/contracts.ts';
import { adapt } from './adapt.ts';

const columns = [
  { name: 'n', type: 'int8' },
  { name: 'day', type: 'date' },
  { name: 'city', type: 'varchar' },
];
const bar: Chart = { type: 'bar', x: 'day', y: ['n', 'day'], stacked: true, top: 3, sort: 'largest' };

it.each<[string, Chart, Partial<Chart>, Chart]>([
  ['drops what a line has not', bar, { type: 'line' }, { type: 'line', x: 'day', y: ['n', 'day'] }],
  [
    'measures one thing with a pie',
    bar,
    { type: 'pie' },
    { type: 'pie', x: 'day', y: ['n'], top: 3, sort: 'largest' },
  ],
  [
    'finds the rows of a heat map',
    bar,
    { type: 'heat-map' },
    { type: 'heat-map', x: 'day', y: ['n'], series: 'city' },
  ],
  ['measures one thing beside series', bar, { series: 'city' }, { ...bar, y: ['n'], series: 'city' }],
  [
    'finds an axis for a number',
    { type: 'number', y: ['n'] },
    { type: 'line' },
    { type: 'line', x: 'day', y: ['n'] },
  ],
  ['has no logarithm of what is stacked', bar, { log: true }, bar],
  [
    'forgets what is switched off',
    bar,
    { stacked: false, top: undefined },
    { type: 'bar', x: 'day', y: ['n', 'day'], sort: 'largest' },
  ],
])('%s', (_what, chart, change, expected) => {
  expect(adapt(chart, change, columns)).toEqual(expected);
});
