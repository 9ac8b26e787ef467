import { type Box, HEIGHT } from './plan.ts';
import type { Way } from './workflow.ts';

const ROUND = 8;

type Point = [x: number, y: number];

/**
 * The line of a way: straight down where nothing is between; else along the gap beside the column to the gap above the
 * other box, so that it crosses no box. Lines after errors run beside the others.
 */
export function pathOf({ from, to, caught }: Way, boxes: ReadonlyMap<string, Box>): string {
  const [a, b] = [boxes.get(from), boxes.get(to)];
  if (!a || !b) return '';
  const [middle, target] = [a.x + a.width / 2, b.x + b.width / 2];
  if (isClear(a, b, [...boxes.values()]))
    return polyline([
      [middle, a.y + a.height],
      [target, b.y - 1],
    ]);
  const aside = caught ? 22 : 12;
  const isLeft = b.column < a.column;
  const side = isLeft ? a.x : a.x + a.width;
  const gutter = isLeft ? a.left - aside : a.right + aside;
  const out = a.y + HEIGHT / 2;
  const above = b.y - aside;
  return polyline([
    [side, out],
    [gutter, out],
    [gutter, above],
    [target, above],
    [target, b.y - 1],
  ]);
}

const isClear = (a: Box, b: Box, boxes: Box[]): boolean =>
  a.column === b.column &&
  b.row > a.row &&
  !boxes.some(({ column, row }) => column === a.column && row > a.row && row < b.row);

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
