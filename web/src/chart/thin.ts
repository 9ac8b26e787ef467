import { strings } from '../strings.ts';
import { toNumber } from './decimal.ts';
import { type Group, type Groups, withNote, withXs } from './group.ts';

/** About two on each pixel of a wide screen. */
const MOST_POINTS = 4_000;

/**
 * Thins lines and areas that have more points than anybody can see. Of each stretch of the axis the least and the
 * greatest of every series stay, and one gap where there are gaps, so that no peak and no hole is lost. `rows` is what
 * it is drawn from.
 */
export function thin(groups: Groups, rows: number): Groups {
  const { xs, series } = groups;
  const points = count(series);
  if (points <= MOST_POINTS) return groups;
  const onEachX = points / xs.length;
  const stretches = Math.max(1, Math.floor(MOST_POINTS / (2 * series.length * Math.max(1, onEachX))));
  const length = Math.ceil(xs.length / stretches);
  const kept = new Set<number>([0, xs.length - 1]);
  for (const one of series) for (const at of peaks(one, length, stretches)) kept.add(at);
  const thinned = withXs(
    groups,
    [...kept].sort((a, b) => a - b),
  );
  return withNote(thinned, strings.chart.thinned(rows, points, count(thinned.series)));
}

const count = (series: Group[]): number => series.reduce((sum, { places }) => sum + places.length, 0);

/** The places of the least, the greatest and the first gap of each stretch. */
function peaks({ places, cells }: Group, length: number, stretches: number): number[] {
  const [least, greatest, gap] = [0, 1, 2].map(() => new Int32Array(stretches).fill(-1)) as Three;
  const values = cells.map(toNumber);
  const isBeyond = (index: number, held: number, sign: number) =>
    held < 0 || sign * ((values[index] as number) - (values[held] as number)) > 0;
  for (const [index, place] of places.entries()) {
    const at = Math.floor(place / length);
    if (values[index] === null) gap[at] = gap[at] === -1 ? index : (gap[at] as number);
    else {
      if (isBeyond(index, least[at] as number, -1)) least[at] = index;
      if (isBeyond(index, greatest[at] as number, 1)) greatest[at] = index;
    }
  }
  return [...least, ...greatest, ...gap]
    .filter((index) => index >= 0)
    .map((index) => places[index] as number);
}

type Three = [Int32Array, Int32Array, Int32Array];
