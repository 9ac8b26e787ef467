import type { Cell } from '@readout/runtime/contracts.ts';
import { compareCells } from '../result/compare-cells.ts';
import { strings } from '../strings.ts';
import { kindOf } from './column-kind.ts';
import { toNumber } from './decimal.ts';
import { type Drawing, positionOf, type Series, withNote, withXs } from './drawing.ts';

/** Puts the xs in the order in which they are drawn. What has no place on the axis is left out, and that is said. */
export function order(drawing: Drawing): Drawing {
  const { x, xs, chart } = drawing;
  const all = xs.map((_, at) => at);
  if (x.kind !== 'category') return byPosition(drawing, all);
  if (chart.sort === 'x' || (chart.type === 'heat-map' && kindOf(x.column) !== 'text'))
    return withXs(
      drawing,
      all.sort((a, b) => compareCells(xs[a], xs[b])),
    );
  if (!chart.sort) return drawing;
  const sizes = all.map((at) => sizeOfX(drawing.series, at));
  const sign = chart.sort === 'largest' ? -1 : 1;
  return withXs(
    drawing,
    all.sort((a, b) => sign * (at(sizes, a) - at(sizes, b))),
  );
}

/** All that is measured at one x. */
export const sizeOfX = (series: Series[], x: number): number =>
  series.reduce((sum, { cells }) => sum + (toNumber(cells[x]) ?? 0), 0);

export const sizeOf = (cells: readonly Cell[]): number =>
  cells.reduce<number>((sum, cell) => sum + (toNumber(cell) ?? 0), 0);

function byPosition(drawing: Drawing, all: number[]): Drawing {
  const { x, xs } = drawing;
  const positions = xs.map((cell) => positionOf(x.kind, cell));
  const placed = all.filter((one) => positions[one] !== null);
  const ordered = withXs(
    drawing,
    placed.sort((a, b) => at(positions, a) - at(positions, b)),
  );
  const lost = xs.length - placed.length;
  return lost === 0 ? ordered : withNote(ordered, strings.chart.unplaced(lost, x.column.name));
}

const at = (numbers: readonly (number | null)[], index: number): number => numbers[index] as number;
