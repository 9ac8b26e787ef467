import type { Place } from './layout.ts';
import type { Way } from './workflow.ts';

/** The box of a state, in pixels. */
export const WIDTH = 164;
export const HEIGHT = 40;
/** From one column to the next, and from one row to the next: between them is room for lines. */
const ACROSS = 200;
const DOWN = 76;
const EDGE = 14;
const ROUND = 8;

type Point = [x: number, y: number];

/** Where the box of a place begins. */
export const cornerOf = ({ column, row }: Place) => ({ x: EDGE + column * ACROSS, y: EDGE + row * DOWN });

/** How large a drawing is that holds all places. */
export const sizeOf = (places: Place[]) => ({
  width: Math.max(0, ...places.map(({ column }) => column)) * ACROSS + WIDTH + 2 * EDGE + ACROSS - WIDTH,
  height: Math.max(0, ...places.map(({ row }) => row)) * DOWN + HEIGHT + 2 * EDGE,
});

/**
 * The line of a way: straight down where nothing is between; else along the gap beside the box to the gap above the other
 * one, so that it crosses no box. Lines after errors run beside the others.
 */
export function pathOf({ from, to, caught }: Way, places: ReadonlyMap<string, Place>): string {
  const [first, last] = [places.get(from), places.get(to)];
  if (!first || !last) return '';
  const [a, b] = [cornerOf(first), cornerOf(last)];
  const middle = a.x + WIDTH / 2;
  if (isClear(first, last, [...places.values()]))
    return polyline([
      [middle, a.y + HEIGHT],
      [middle, b.y - 1],
    ]);
  const aside = caught ? 22 : 12;
  const gutter = last.column < first.column ? a.x - aside : a.x + WIDTH + aside;
  const side = last.column < first.column ? a.x : a.x + WIDTH;
  const above = b.y - aside;
  return polyline([
    [side, a.y + HEIGHT / 2],
    [gutter, a.y + HEIGHT / 2],
    [gutter, above],
    [b.x + WIDTH / 2, above],
    [b.x + WIDTH / 2, b.y - 1],
  ]);
}

const isClear = (first: Place, last: Place, places: Place[]): boolean =>
  first.column === last.column &&
  last.row > first.row &&
  !places.some(({ column, row }) => column === first.column && row > first.row && row < last.row);

/** Straight lines with round corners. */
function polyline([start, ...points]: Point[]): string {
  if (!start) return '';
  let path = `M${start.join(' ')}`;
  let before = start;
  points.forEach((point, index) => {
    const after = points[index + 1];
    if (after)
      path += `L${towards(point, before).join(' ')}Q${point.join(' ')} ${towards(point, after).join(' ')}`;
    else path += `L${point.join(' ')}`;
    before = point;
  });
  return path;
}

/** A corner's beginning: a little way from it towards another point. */
function towards([x, y]: Point, [toX, toY]: Point): Point {
  const length = Math.hypot(toX - x, toY - y);
  const part = length === 0 ? 0 : Math.min(ROUND, length / 2) / length;
  return [x + (toX - x) * part, y + (toY - y) * part];
}
