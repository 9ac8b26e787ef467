import type { Cell, Chart } from '@readout/runtime/contracts.ts';
import { strings } from '../strings.ts';
import { combine } from './combine.ts';
import { type Drawing, type Series, withNote, withXs } from './drawing.ts';
import { sizeOf, sizeOfX } from './order.ts';

const words = strings.chart;

/** More than these are no picture any more; a chart says what it leaves out. */
export const MOST = { series: 12, slices: 24, bars: 500, columns: 200, rows: 100 } as const;

/** Keeps the largest, as many as are wished or can be told apart. Parts of a whole leave the sum of the others behind. */
export function keepTop(drawing: Drawing): Drawing {
  const { chart } = drawing;
  if (chart.type === 'heat-map') return keepFirst(drawing);
  const few = keepSeries(
    drawing,
    Math.min(chart.series ? (chart.top ?? MOST.series) : MOST.series, MOST.series),
  );
  if (chart.type === 'pie') return keepXs(few, Math.min(chart.top ?? MOST.slices, MOST.slices));
  if (chart.type !== 'bar') return few;
  const wished = chart.top !== undefined && !chart.series ? keepXs(few, chart.top) : few;
  return firstXs(wished, MOST.bars);
}

const isWhole = ({ type, stacked }: Chart): boolean => type === 'pie' || stacked === true;

function keepSeries(drawing: Drawing, most: number): Drawing {
  const { series, chart, xs } = drawing;
  if (series.length <= most) return drawing;
  const kept = largest(
    series.map(({ cells }) => sizeOf(cells)),
    most,
  );
  const left = series.filter((_, at) => !kept.has(at));
  const keptSeries = series.filter((_, at) => kept.has(at));
  if (!isWhole(chart))
    return withNote({ ...drawing, series: keptSeries }, words.topSeries(most, series.length));
  const others: Series = {
    name: words.others(left.length),
    y: (left[0] as Series).y,
    cells: xs.map((_, at) =>
      combine(
        'sum',
        left.map(({ cells }) => cells[at] ?? null),
      ),
    ),
  };
  return withNote({ ...drawing, series: [...keptSeries, others] }, words.topAdded(most, series.length));
}

function keepXs(drawing: Drawing, most: number): Drawing {
  const { series, chart, xs, x } = drawing;
  if (xs.length <= most) return drawing;
  const kept = largest(
    xs.map((_, at) => sizeOfX(series, at)),
    most,
  );
  const places = xs.map((_, at) => at);
  const few = withXs(
    drawing,
    places.filter((at) => kept.has(at)),
  );
  if (!isWhole(chart)) return withNote(few, words.topXs(most, xs.length, x.column.name));
  const left = places.filter((at) => !kept.has(at));
  const sum = ({ cells }: Series): Cell =>
    combine(
      'sum',
      left.map((at) => cells[at] ?? null),
    );
  const added = {
    ...few,
    xs: [...few.xs, words.others(left.length)],
    series: few.series.map((one, at) => ({ ...one, cells: [...one.cells, sum(series[at] as Series)] })),
    others: left.map((at) => xs[at] ?? null),
  };
  return withNote(added, words.topAdded(most, xs.length));
}

function keepFirst(drawing: Drawing): Drawing {
  const { series } = drawing;
  const few = firstXs(drawing, MOST.columns);
  if (series.length <= MOST.rows) return few;
  const note = words.first(MOST.rows, series.length, drawing.chart.series ?? '');
  return withNote({ ...few, series: series.slice(0, MOST.rows) }, note);
}

function firstXs(drawing: Drawing, most: number): Drawing {
  const { xs, x } = drawing;
  if (xs.length <= most) return drawing;
  const few = withXs(
    drawing,
    Array.from({ length: most }, (_, at) => at),
  );
  return withNote(few, words.first(most, xs.length, x.column.name));
}

/** The places of the largest; of equals the earlier ones. */
function largest(sizes: number[], most: number): Set<number> {
  const places = sizes
    .map((_, at) => at)
    .sort((a, b) => (sizes[b] as number) - (sizes[a] as number) || a - b);
  return new Set(places.slice(0, most));
}
