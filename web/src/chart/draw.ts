import type { Cell, Chart } from '@readout/runtime/contracts.ts';
import { strings } from '../strings.ts';
import type { ChartColumn } from './chart-column.ts';
import { toNumber } from './decimal.ts';
import type { Drawing } from './drawing.ts';
import { type Groups, group, laidOut } from './group.ts';
import { order } from './order.ts';
import { points } from './points.ts';
import { thin } from './thin.ts';
import { keepTop } from './top.ts';

/** A chart that is drawn on axes or as slices, and not written as a number. */
export type Drawable = Chart & { x: string };

export const isDrawable = (chart: Chart): chart is Drawable =>
  chart.type !== 'number' && chart.x !== undefined;

/** Lays the rows of a result out as its chart wishes, and says whatever it combines, leaves out or cannot draw. */
export function draw(columns: readonly ChartColumn[], rows: readonly Cell[][], chart: Drawable): Drawing {
  const drawing = laidOut(groupsOf(columns, rows, chart));
  const lost = undrawable(drawing);
  return lost === undefined ? drawing : { ...drawing, notes: [...drawing.notes, lost] };
}

function groupsOf(columns: readonly ChartColumn[], rows: readonly Cell[][], chart: Drawable): Groups {
  if (chart.type === 'scatter') return keepTop(points(columns, rows, chart));
  const groups = keepTop(order(group(columns, rows, chart)));
  return chart.type === 'line' || chart.type === 'area' ? thin(groups, rows.length) : groups;
}

/** What no scale and no slice can show, in words. */
function undrawable({ chart, series }: Drawing): string | undefined {
  if (!chart.log && chart.type !== 'pie') return undefined;
  const isLost = (value: number | null) => value !== null && (chart.log ? value <= 0 : value < 0);
  const lost = series.flatMap(({ cells }) => cells).filter((cell) => isLost(toNumber(cell))).length;
  if (lost === 0) return undefined;
  return chart.log ? strings.chart.notLogarithmic(lost) : strings.chart.notSliced(lost);
}
