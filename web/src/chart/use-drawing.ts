import type { Cell, Chart, Column } from '@readout/runtime/contracts.ts';
import { useMemo } from 'react';
import { strings } from '../strings.ts';
import { choose } from './choose.ts';
import { isZoned, kindOf } from './column-kind.ts';
import { draw, isDrawable } from './draw.ts';
import type { Drawing } from './drawing.ts';
import { usePaced } from './use-paced.ts';

const words = strings.chart;

export interface Drawn {
  /** The chart that it became; nothing where nothing can be drawn. */
  chart?: Chart;
  /** Nothing for a big number, which is written. */
  drawing?: Drawing;
  /** All that has to be said about it. */
  notes: string[];
}

/** The drawing of rows, made again when they or the wished chart change. */
export function useDrawing(
  columns: readonly Column[],
  rows: readonly Cell[][],
  complete: boolean,
  wished?: Chart,
): Drawn {
  const paced = usePaced(rows, complete);
  return useMemo(() => {
    const { chart, lacking } = choose(columns, paced, wished);
    const drawing = chart && isDrawable(chart) ? draw(columns, paced, chart) : undefined;
    const notes = [
      ...(lacking.length > 0 ? [words.missing(lacking)] : []),
      ...(complete ? [] : [words.incomplete(paced.length)]),
      ...(drawing?.notes ?? []),
      ...(drawing && isOfTimes(drawing) ? [words.utc] : []),
    ];
    return { chart, drawing, notes };
  }, [columns, paced, complete, wished]);
}

const isOfTimes = ({ x }: Drawing): boolean =>
  kindOf(x.column) === 'time' && (isZoned(x.column) || x.column.type.startsWith('timestamp'));
