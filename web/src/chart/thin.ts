import { strings } from '../strings.ts';
import { toNumber } from './decimal.ts';
import { type Drawing, withNote, withXs } from './drawing.ts';

/** About two on each pixel of a wide screen. */
export const MOST_POINTS = 4_000;

/**
 * Thins lines and areas that have more points than anybody can see. Of each stretch of the axis the least and the
 * greatest of every series stay, and one gap where there are gaps, so that no peak and no hole is lost. `rows` is what
 * it is drawn from.
 */
export function thin(drawing: Drawing, rows: number, most = MOST_POINTS): Drawing {
  const { xs, series } = drawing;
  const points = xs.length * series.length;
  if (points <= most) return drawing;
  const stretches = Math.max(1, Math.floor(most / (2 * series.length ** 2)));
  const length = Math.ceil(xs.length / stretches);
  const kept = new Set<number>([0, xs.length - 1]);
  for (let from = 0; from < xs.length; from += length)
    for (const { cells } of series) keepPeaks(cells, from, Math.min(from + length, xs.length), kept);
  const thinned = withXs(
    drawing,
    [...kept].sort((a, b) => a - b),
  );
  return withNote(thinned, strings.chart.thinned(rows, points, kept.size * series.length));
}

function keepPeaks(
  cells: Drawing['series'][number]['cells'],
  from: number,
  to: number,
  kept: Set<number>,
): void {
  let [least, greatest, gap] = [-1, -1, -1];
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let at = from; at < to; at++) {
    const value = toNumber(cells[at]);
    if (value === null) gap = gap < 0 ? at : gap;
    else {
      if (value < low) [low, least] = [value, at];
      if (value > high) [high, greatest] = [value, at];
    }
  }
  for (const at of [least, greatest, gap]) if (at >= 0) kept.add(at);
}
