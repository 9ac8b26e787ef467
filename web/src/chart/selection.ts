import type { Cell } from '@readout/runtime/contracts.ts';
import type { Filter } from '../result/filter.ts';
import type { ChartColumn } from './chart-column.ts';
import { type Drawing, place, positionOf } from './drawing.ts';

/** Where a person is in a chart: a place along the axis and, where one is meant, a series. */
export interface Cursor {
  at: number;
  series?: number;
}

/** The place whose position is nearest; positions rise. */
export function nearest(positions: readonly number[], value: number): number {
  let [low, high] = [0, positions.length - 1];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((positions[middle] as number) <= value) low = middle;
    else high = middle;
  }
  const [below, above] = [positions[low] ?? 0, positions[high] ?? 0];
  return Math.abs(value - below) <= Math.abs(above - value) ? low : high;
}

/** Where each of the xs stands on the axis. */
export const positionsOf = ({ x, xs }: Drawing): number[] =>
  xs.map((cell, at) => (x.kind === 'category' ? at : (positionOf(x.kind, cell) ?? 0)));

/** What rows a stretch of the chart is of. */
export function filtersOf(drawing: Drawing, one: number, other: number): Filter[] {
  const { x, xs } = drawing;
  const [from, to] = one <= other ? [one, other] : [other, one];
  if (x.kind !== 'category' && from !== to)
    return [{ column: x.at, kind: 'range', from: xs[from] ?? null, to: xs[to] ?? null }];
  return [
    {
      column: x.at,
      kind: 'values',
      values: Array.from({ length: to - from + 1 }, (_, at) => valuesAt(drawing, from + at)).flat(),
    },
  ];
}

/** What rows a square of a heat map is of. */
export function filtersOfSquare(
  drawing: Drawing,
  columns: readonly ChartColumn[],
  { at, series = 0 }: Cursor,
): Filter[] {
  const name = drawing.chart.series;
  const key = drawing.series[series]?.key;
  const row: Filter[] =
    name === undefined || key === undefined
      ? []
      : [{ column: place(columns, name).at, kind: 'values', values: [key] }];
  return [...filtersOf(drawing, at, at), ...row];
}

function valuesAt({ xs, others }: Drawing, at: number): Cell[] {
  return others && at === xs.length - 1 ? others : [xs[at] ?? null];
}
