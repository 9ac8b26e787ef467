import type { Chart } from '@readout/runtime/contracts.ts';
import { GOES_WITH, hasTop, isOfOne } from '@readout/runtime/report/chart-keys.ts';
import type { ChartColumn } from './chart-column.ts';
import { kindOf } from './column-kind.ts';

/**
 * The chart with a change: what does not go with it any more is dropped, and what it cannot do without is taken from
 * the columns.
 */
export function adapt(chart: Chart, change: Partial<Chart>, columns: readonly ChartColumn[]): Chart {
  const wished = { ...chart, ...change };
  const x = wished.x ?? (wished.type === 'number' ? undefined : firstOther(columns, wished.y));
  const series =
    wished.series ?? (wished.type === 'heat-map' ? firstOther(columns, [...wished.y, x]) : undefined);
  const filled: Chart = { ...wished, x, series };
  const kept = Object.entries(filled).filter(([key, value]) => isKept(filled, key as keyof Chart, value));
  const fitting = Object.fromEntries(kept) as unknown as Chart;
  return isOfOne(fitting) ? { ...fitting, y: fitting.y.slice(0, 1) } : fitting;
}

function isKept(chart: Chart, key: keyof Chart, value: unknown): boolean {
  if (value === undefined || value === false) return false;
  if (GOES_WITH[key]?.includes(chart.type) === false) return false;
  if (key === 'top') return hasTop(chart);
  return key !== 'log' || chart.stacked !== true;
}

/** A column that is not taken, names and times before numbers. */
function firstOther(columns: readonly ChartColumn[], taken: (string | undefined)[]): string | undefined {
  const free = columns.filter(({ name }) => !taken.includes(name));
  return (free.find((column) => kindOf(column) !== 'number') ?? free[0] ?? columns[0])?.name;
}
