import { z } from 'zod';
import type { Chart } from '../contracts.ts';
import { CHART_TYPES, GOES_WITH, hasTop, isOfOne, MOST_TOP } from './chart-keys.ts';

const column = z.string().trim().min(1).max(127);

const rawChart = z.strictObject({
  type: z.enum(CHART_TYPES),
  x: column.optional(),
  y: z.array(column, 'expected a list of columns').min(1, 'expected at least one column').max(20),
  series: column.optional(),
  stacked: z.boolean().optional(),
  sort: z.enum(['x', 'largest', 'smallest']).optional(),
  top: z.int().min(1).max(MOST_TOP).optional(),
  log: z.boolean().optional(),
  combine: z.enum(['sum', 'mean', 'least', 'greatest', 'count']).optional(),
  compare: z.enum(['previous', 'first']).optional(),
});

/** Single keys of a chart, for whoever lays them over another. */
export const chartChanges = rawChart.partial();

/** The front matter's `chart`. Its problems name the key. */
export const chartSchema = rawChart.transform((chart, context): Chart => {
  for (const [key, message] of problemsOf(chart)) context.addIssue({ code: 'custom', path: [key], message });
  return chart;
});

/** What no key says by itself: which of them need, or do not go with, one another. */
function problemsOf(chart: Chart): [key: string, message: string][] {
  const { type, x, y, series, stacked, log } = chart;
  const misplaced = Object.entries(GOES_WITH)
    .filter(([key, types]) => chart[key as keyof Chart] !== undefined && !types.includes(type))
    .map(([key, types]): [string, string] => [key, `goes with ${types.join(', ')}, not with ${type}`]);
  const rules: [boolean, string, string][] = [
    [x === undefined && type !== 'number', 'x', `a ${type} needs the column x`],
    [series === undefined && type === 'heat-map', 'series', 'a heat-map needs the column of its rows'],
    [y.length > 1 && isOfOne({ type }), 'y', `a ${type} has a single column y`],
    [y.length > 1 && series !== undefined, 'y', 'has a single column where there is series'],
    [new Set(y).size < y.length, 'y', 'has a column twice'],
    [chart.top !== undefined && !hasTop(chart), 'top', `needs series in a ${type}`],
    [log === true && stacked === true, 'log', 'does not go with stacked'],
  ];
  return [...misplaced, ...rules.flatMap(([broken, ...problem]) => (broken ? [problem] : []))];
}
