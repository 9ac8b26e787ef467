import type { Cell, Chart, Column, ColumnFormat } from '@readout/runtime/contracts.ts';
import { useMemo } from 'react';
import type { ReadablePart } from '../result/cap-text.ts';
import { strings } from '../strings.ts';
import { type ChartColumn, withFormats } from './chart-column.ts';
import { choose } from './choose.ts';
import { draw, isDrawable } from './draw.ts';
import type { Drawing } from './drawing.ts';
import { usePaced } from './use-paced.ts';

const words = strings.chart;

export interface DrawingInput {
  columns: readonly Column[];
  rows: readonly Cell[][];
  /** Every row of the result is here; the chart says so where not. */
  complete: boolean;
  /** What part of the result can be read at all; the chart, and a picture of it, say so. */
  part?: ReadablePart;
  /** What the columns suggest, when it is left out. */
  chart?: Chart;
  /** How columns are shown, by their names. */
  formats?: Record<string, ColumnFormat>;
}

export interface Drawn {
  columns: readonly ChartColumn[];
  rows: readonly Cell[][];
  /** The chart that it became; nothing where nothing can be drawn. */
  chart?: Chart;
  /** Nothing for a big number, which is written. */
  drawing?: Drawing;
  /** All that has to be said about it. */
  notes: string[];
}

/** The drawing of rows, made again when they or the wished chart change. */
export function useDrawing({
  columns: plain,
  rows: all,
  complete,
  part,
  chart: wished,
  formats,
}: DrawingInput): Drawn {
  const rows = usePaced(all, complete);
  const columns = useMemo(() => withFormats(plain, formats), [plain, formats]);
  return useMemo(() => {
    const { chart, lacking } = choose(columns, rows, wished);
    const drawing = chart && isDrawable(chart) ? draw(columns, rows, chart) : undefined;
    const notes = [
      ...(lacking.length > 0 ? [words.missing(lacking)] : []),
      ...(part ? [words.capped(part.readable, part.all)] : []),
      ...(complete ? [] : [words.incomplete(rows.length)]),
      ...(drawing?.notes ?? []),
      ...(drawing ? clockOf(drawing) : []),
    ];
    return { columns, rows, chart, drawing, notes };
  }, [columns, rows, complete, part, wished]);
}

/** By which clock the times of an axis are written; days are by none. */
function clockOf({ x: { column } }: Drawing): string[] {
  if (!/^timestamp/i.test(column.type)) return [];
  const isOfZone = /^timestamp(tz| with time zone)/i.test(column.type);
  return [words.clock(isOfZone ? 'UTC' : (column.format?.zone ?? 'UTC'))];
}
