import type { Cell, Chart, Column } from '@readout/runtime/contracts.ts';
import { strings } from '../strings.ts';
import { toNumber } from './decimal.ts';
import { type Drawing, withNote } from './drawing.ts';
import { group } from './group.ts';
import { order } from './order.ts';
import { points } from './points.ts';
import { thin } from './thin.ts';
import { keepTop } from './top.ts';

/** A chart that is drawn on axes or as slices, and not written as a number. */
export type Drawable = Chart & { x: string };

export const isDrawable = (chart: Chart): chart is Drawable =>
  chart.type !== 'number' && chart.x !== undefined;

/** Lays the rows of a result out as its chart wishes, and says whatever it combines, leaves out or cannot draw. */
export function draw(columns: readonly Column[], rows: readonly Cell[][], chart: Drawable): Drawing {
  if (chart.type === 'scatter') return logarithmic(keepTop(points(columns, rows, chart)));
  const table = keepTop(order(group(columns, rows, chart)));
  const isLine = chart.type === 'line' || chart.type === 'area';
  return logarithmic(isLine ? thin(table, rows.length) : table);
}

function logarithmic(drawing: Drawing): Drawing {
  if (!drawing.chart.log) return drawing;
  const lost = drawing.series
    .flatMap(({ cells }) => cells)
    .filter((cell) => (toNumber(cell) ?? 1) <= 0).length;
  return lost === 0 ? drawing : withNote(drawing, strings.chart.notLogarithmic(lost));
}
