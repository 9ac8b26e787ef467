import type { Cell } from '@readout/runtime/contracts.ts';
import { compareCells } from '../result/compare-cells.ts';
import { strings } from '../strings.ts';
import { labelOf } from './chart-column.ts';
import { kindOf } from './column-kind.ts';
import { toNumber } from './decimal.ts';
import { positionOf } from './drawing.ts';
import { type Groups, withNote, withXs } from './group.ts';

/** Puts the xs in the order in which they are drawn. What has no place on the axis is left out, and that is said. */
export function order(groups: Groups): Groups {
  const { x, xs, chart } = groups;
  if (x.kind !== 'category') return byPosition(groups);
  const all = xs.map((_, at) => at);
  if (chart.sort === 'x' || (chart.type === 'heat-map' && kindOf(x.column) !== 'text'))
    return withXs(
      groups,
      all.sort((a, b) => compareCells(xs[a], xs[b])),
    );
  if (!chart.sort) return groups;
  const sizes = sizesOfXs(groups);
  const sign = chart.sort === 'largest' ? -1 : 1;
  return withXs(
    groups,
    all.sort((a, b) => sign * (at(sizes, a) - at(sizes, b))),
  );
}

/** All that is measured at each x. */
export function sizesOfXs({ xs, series }: Groups): number[] {
  const sizes = xs.map(() => 0);
  for (const { places, cells } of series)
    for (const [index, place] of places.entries())
      sizes[place] = at(sizes, place) + (toNumber(cells[index]) ?? 0);
  return sizes;
}

export const sizeOf = (cells: readonly (Cell | undefined)[]): number =>
  cells.reduce<number>((sum, cell) => sum + (toNumber(cell) ?? 0), 0);

function byPosition(groups: Groups): Groups {
  const { x, xs } = groups;
  const positions = xs.map((cell) => positionOf(x.kind, cell));
  const placed = xs.flatMap((_, index) => (positions[index] === null ? [] : [index]));
  const rises = placed.every(
    (one, index) => index === 0 || at(positions, placed[index - 1]) <= at(positions, one),
  );
  const lost = xs.length - placed.length;
  if (rises && lost === 0) return groups;
  const ordered = withXs(
    groups,
    placed.sort((a, b) => at(positions, a) - at(positions, b)),
  );
  return lost === 0 ? ordered : withNote(ordered, strings.chart.unplaced(lost, labelOf(x.column)));
}

const at = (numbers: readonly (number | null)[], index: number | undefined): number =>
  numbers[index as number] as number;
