import type { Cell, Chart } from '@readout/runtime/contracts.ts';
import { strings } from '../strings.ts';
import { type ChartColumn, labelOf, textOf } from './chart-column.ts';
import { difference } from './difference.ts';
import { place } from './drawing.ts';

const words = strings.chart;

export interface NumberInput {
  columns: readonly ChartColumn[];
  rows: readonly Cell[][];
  chart: Chart;
}

/** A big number in words: what it says, of what, and against what. */
export function numberOf({ columns, rows, chart }: NumberInput) {
  const y = place(columns, chart.y[0] as string);
  const x = chart.x === undefined ? undefined : place(columns, chart.x);
  const cellOf = (row?: readonly Cell[]): Cell => row?.[y.at] ?? null;
  const rowName = (row?: readonly Cell[]) => (x && row ? textOf(row[x.at], x.column) : undefined);
  const last = rows.at(-1);
  const other = chart.compare === 'first' ? rows[0] : rows.at(-2);
  const isCompared = chart.compare !== undefined && rows.length > 1;
  const of = isCompared && chart.compare ? (rowName(other) ?? words.row[chart.compare]) : '';
  return {
    value: textOf(cellOf(last), y.column),
    caption: [labelOf(y.column), rowName(last)].filter(Boolean).join(' · '),
    compared: isCompared ? against(cellOf(last), cellOf(other), of) : undefined,
  };
}

function against(now: Cell, before: Cell, of: string): string {
  const found = difference(now, before);
  if (!found) return words.unknown(of);
  if (found.sign === 0) return words.same(of);
  return words.than(found.text, found.percent, of);
}
