import type { Cell, Chart } from '@readout/runtime/contracts.ts';
import { strings } from '../strings.ts';
import { labelOf } from './chart-column.ts';
import { combine } from './combine.ts';
import { type Group, type Groups, withNote, withXs } from './group.ts';
import { sizeOf, sizesOfXs } from './order.ts';

const words = strings.chart;

/** More than these are no picture any more; a chart says what it leaves out. */
const MOST = { series: 12, slices: 24, bars: 500, columns: 200, rows: 100 } as const;

/** Keeps the largest, as many as are wished or can be told apart. Parts of a whole leave the sum of the others behind. */
export function keepTop(groups: Groups): Groups {
  const { type, series, top = Number.POSITIVE_INFINITY } = groups.chart;
  if (type === 'heat-map') return keepFirst(groups);
  const few = keepSeries(groups, Math.min(series === undefined ? MOST.series : top, MOST.series));
  if (type === 'pie') return keepXs(few, Math.min(top, MOST.slices));
  if (type !== 'bar') return few;
  return firstXs(series === undefined ? keepXs(few, top) : few, MOST.bars);
}

const isWhole = ({ type, stacked }: Chart): boolean => type === 'pie' || stacked === true;

function keepSeries(groups: Groups, most: number): Groups {
  const { series, chart } = groups;
  if (series.length <= most) return groups;
  const kept = largest(
    series.map(({ cells }) => sizeOf(cells)),
    most,
  );
  const few = { ...groups, series: series.filter((_, at) => kept.has(at)) };
  if (!isWhole(chart)) return withNote(few, words.topSeries(most, series.length));
  const others = together(series.filter((_, at) => !kept.has(at)));
  return withNote({ ...few, series: [...few.series, others] }, words.topAdded(most, series.length));
}

/** One series of several, added up place by place. */
function together(series: Group[]): Group {
  const found = new Map<number, Cell[]>();
  for (const { places, cells } of series)
    for (const [index, at] of places.entries())
      found.set(at, [...(found.get(at) ?? []), cells[index] ?? null]);
  return {
    name: words.others(series.length),
    y: (series[0] as Group).y,
    places: [...found.keys()],
    cells: [...found.values()].map((cells) => combine('sum', cells)),
  };
}

function keepXs(groups: Groups, most: number): Groups {
  const { chart, xs, x } = groups;
  if (xs.length <= most) return groups;
  const kept = largest(sizesOfXs(groups), most);
  const few = withXs(
    groups,
    xs.flatMap((_, at) => (kept.has(at) ? [at] : [])),
  );
  if (!isWhole(chart)) return withNote(few, words.topXs(most, xs.length, labelOf(x.column)));
  return withNote(addOthers(few, groups, kept), words.topAdded(most, xs.length));
}

/** One more x, for all that are not kept, with their sum in every series. */
function addOthers(few: Groups, { xs, series }: Groups, kept: Set<number>): Groups {
  const others = xs.filter((_, at) => !kept.has(at));
  const sum = ({ places, cells }: Group): Cell =>
    combine(
      'sum',
      cells.filter((_, index) => !kept.has(places[index] as number)),
    );
  return {
    ...few,
    others,
    xs: [...few.xs, words.others(others.length)],
    series: few.series.map((one, at) => ({
      ...one,
      places: [...one.places, few.xs.length],
      cells: [...one.cells, sum(series[at] as Group)],
    })),
  };
}

function keepFirst(groups: Groups): Groups {
  const { series, chart } = groups;
  const few = firstXs(groups, MOST.columns);
  if (series.length <= MOST.rows) return few;
  const note = words.first(MOST.rows, series.length, chart.series ?? '');
  return withNote({ ...few, series: few.series.slice(0, MOST.rows) }, note);
}

function firstXs(groups: Groups, most: number): Groups {
  const { xs, x } = groups;
  if (xs.length <= most) return groups;
  const first = Array.from({ length: most }, (_, at) => at);
  return withNote(withXs(groups, first), words.first(most, xs.length, labelOf(x.column)));
}

/** The places of the largest; of equals the earlier ones. */
function largest(sizes: number[], most: number): Set<number> {
  const places = sizes
    .map((_, at) => at)
    .sort((a, b) => (sizes[b] as number) - (sizes[a] as number) || a - b);
  return new Set(places.slice(0, most));
}
