import type { Chart } from '@readout/runtime/contracts.ts';
import { chartOf, withChart } from './kept-chart.ts';

const chart: Chart = { type: 'line', x: 'a', y: ['b'] };

it('keeps a chart for each report, and forgets it', () => {
  const kept = withChart(withChart(undefined, 'a/b', chart), 'c', { ...chart, type: 'bar' });
  expect([chartOf(kept, 'a/b'), chartOf(kept, 'c')?.type]).toEqual([chart, 'bar']);
  expect(withChart(kept, 'a/b')).toEqual({ c: { ...chart, type: 'bar' } });
  expect(withChart({ c: chart }, 'c')).toBeNull();
});

it('keeps those that were drawn last', () => {
  const ids = Array.from({ length: 40 }, (_, at) => `r${at}`);
  const kept = ids.reduce<unknown>((before, id) => withChart(before, id, chart), undefined);
  expect(Object.keys(Object(kept))).toEqual(ids.slice(10));
});

it.each([
  [null],
  [{ r: 3 }],
  [{ r: { type: 'donut', y: ['a'] } }],
  [{ r: { type: 'line', y: ['b'] } }],
  [{ r: { ...chart, y: [] } }],
  [['r']],
])('takes %j for nothing', (kept) => {
  expect(chartOf(kept, 'r')).toBeUndefined();
});
