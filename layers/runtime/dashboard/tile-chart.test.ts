import type { Chart } from '../contracts.ts';
import { tileChart } from './tile-chart.ts';

const own: Chart = { type: 'bar', x: 'day', y: ['fares'], stacked: true };
const drawn = (show: 'chart' | 'table' | 'number', chart?: Partial<Chart>, of: Chart | undefined = own) =>
  tileChart({ id: 't', show, chart }, { chart: of });

it('lays single keys over the chart of its report', () => {
  expect(drawn('chart')).toEqual(own);
  expect(drawn('chart', { y: ['trips'] })).toEqual({ ...own, y: ['trips'] });
  expect(drawn('chart', { type: 'bar', top: 3 })).toEqual({ ...own, top: 3 });
});

it('stands alone with a type of its own, and as a number', () => {
  expect(drawn('chart', { type: 'line', x: 'day', y: ['fares'] })).not.toHaveProperty('stacked');
  expect(drawn('number', { y: ['fares'] })).toEqual({ type: 'number', y: ['fares'] });
});

it('is nothing for a table, and where nobody says anything', () => {
  expect(drawn('table', { y: ['trips'] })).toBeUndefined();
  expect(tileChart({ id: 't', show: 'chart', chart: undefined }, {})).toBeUndefined();
});

it('refuses keys that do not go together', () => {
  const refused = (chart: Partial<Chart>) =>
    expect(() => drawn('chart', chart)).toThrow(expect.objectContaining({ name: 'InvalidTemplate' }));
  refused({ type: 'pie', x: 'day', y: ['a', 'b'] });
  refused({ compare: 'first' });
  expect(() => drawn('chart', { type: 'line', y: ['a'] })).toThrow(
    'tile t: chart.x: a line needs the column x',
  );
});
