import type { Cell, Chart } from '@readout/runtime/contracts.ts';
import type { ChartColumn } from './chart-column.ts';
import { columnAt, kindOf } from './column-kind.ts';
import { toNumber } from './decimal.ts';
import { toMoment } from './moment.ts';

/** A column, and where it stands in a row. */
export interface Placed {
  column: ChartColumn;
  at: number;
}

/** How an axis runs: by the clock, by size, or one place for each value. */
export type AxisKind = 'time' | 'number' | 'category';

export interface Series {
  name: string;
  /** What is measured. */
  y: Placed;
  /** The value of the column `series` that it is of; nothing for a column of its own, and for others. */
  key?: Cell;
  /** One cell for each x, with every digit; nothing where it has no row. */
  cells: (Cell | undefined)[];
}

/** What a chart shows, whatever it is drawn with: a table of exact cells, `series` by `xs`. */
export interface Drawing {
  chart: Chart;
  x: Placed & { kind: AxisKind };
  /** Along the axis; each once, except for points. */
  xs: Cell[];
  series: Series[];
  /** What the last of `xs` stands for, where that is all that are not among the largest. */
  others?: Cell[];
  /** What has to be said about it, in words. */
  notes: string[];
}

/** The columns that a chart names and the result does not have. */
export function missing({ x, y, series }: Chart, columns: readonly ChartColumn[]): string[] {
  const named = [x, ...y, series].filter((name) => name !== undefined);
  return named.filter((name) => columnAt(columns, name) < 0);
}

/** Throws where the result has no such column: `missing` comes first. */
export function place(columns: readonly ChartColumn[], name: string): Placed {
  const at = columnAt(columns, name);
  const column = columns[at];
  if (!column) throw new Error(`no column ${name}`);
  return { column, at };
}

/** The columns that are measured. What is counted of one is no amount of it: it keeps its label, and no format. */
export const measured = (columns: readonly ChartColumn[], { y, combine }: Chart): Placed[] =>
  y.map((name) => {
    const { column, at } = place(columns, name);
    const label = column.format?.label === undefined ? {} : { label: column.format.label };
    return combine === 'count' ? { column: { ...column, format: label }, at } : { column, at };
  });

export function axisKind({ type, sort, top, series }: Chart, column: ChartColumn): AxisKind {
  const kind = kindOf(column);
  const byPlace = sort !== undefined || (top !== undefined && series === undefined);
  if (kind === 'text' || type === 'pie' || type === 'heat-map') return 'category';
  if (type === 'bar' && (kind === 'number' || byPlace)) return 'category';
  return kind;
}

/** Where a cell stands on an axis by the clock or by size. */
export const positionOf = (kind: AxisKind, cell: Cell): number | null =>
  kind === 'time' ? toMoment(cell) : toNumber(cell);
