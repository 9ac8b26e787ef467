import type { Cell, Chart } from '@readout/runtime/contracts.ts';
import { strings } from '../strings.ts';
import { type ChartColumn, labelOf, textOf } from './chart-column.ts';
import { combine } from './combine.ts';
import { axisKind, type Drawing, measured, type Placed, place, type Series } from './drawing.ts';

/** A series with nothing where it has no row: `cells` are those at `places`, in no order, which count the xs. */
export interface Group extends Omit<Series, 'cells'> {
  places: number[];
  cells: Cell[];
}

/** A drawing in the making, small however many series share few rows each. */
export type Groups = Omit<Drawing, 'series'> & { series: Group[] };

/** Lays rows out by x and series; rows that meet become one value, and that is said. */
export function group(
  columns: readonly ChartColumn[],
  rows: readonly Cell[][],
  chart: Chart & { x: string },
): Groups {
  const x = place(columns, chart.x);
  const of = collectors(columns, chart);
  const xs = new Map<Cell, number>();
  for (const row of rows) {
    const at = placeIn(xs, row[x.at] ?? null);
    for (const one of of.at(row)) put(one, at, row[one.y.at] ?? null);
  }
  const hasMet = of.all().some(({ met }) => met.size > 0) || chart.combine === 'count';
  return {
    chart,
    x: { ...x, kind: axisKind(chart, x.column) },
    xs: [...xs.keys()],
    series: of.all().map((one) => finish(one, chart.combine)),
    notes: hasMet ? [strings.chart.combined[chart.combine ?? 'sum'](labelOf(x.column))] : [],
  };
}

interface Collector extends Group {
  /** Which of the cells is that of a place; left out where every row has one, so that they are in step. */
  index?: Map<number, number>;
  /** Where several rows met: all of their cells, by the first one's index. */
  met: Map<number, Cell[]>;
}

/** The series of a row: one for each column y, or that of its value in the column `series`. */
function collectors(columns: readonly ChartColumn[], chart: Chart) {
  const ys = measured(columns, chart);
  const by = chart.series === undefined ? undefined : place(columns, chart.series);
  const fixed = ys.map((y) => start(labelOf(y.column), y));
  const found = new Map<Cell, [Collector]>();
  const ofValue = (key: Cell): [Collector] => {
    const known = found.get(key) ?? [
      { ...start(textOf(key, (by as Placed).column), ys[0] as Placed), key, index: new Map() },
    ];
    found.set(key, known);
    return known;
  };
  return {
    at: (row: Cell[]): Collector[] => (by === undefined ? fixed : ofValue(row[by.at] ?? null)),
    all: (): Collector[] => (by === undefined ? fixed : [...found.values()].flat()),
  };
}

const start = (name: string, y: Placed): Collector => ({
  name,
  y,
  places: [],
  cells: [],
  met: new Map(),
});

function placeIn(xs: Map<Cell, number>, cell: Cell): number {
  const known = xs.get(cell);
  if (known !== undefined) return known;
  xs.set(cell, xs.size);
  return xs.size - 1;
}

function put({ places, cells, index, met }: Collector, at: number, cell: Cell): void {
  const before = index ? index.get(at) : at < cells.length ? at : undefined;
  if (before === undefined) {
    index?.set(at, cells.length);
    places.push(at);
    cells.push(cell);
  } else if (met.has(before)) met.get(before)?.push(cell);
  else met.set(before, [cells[before] ?? null, cell]);
}

function finish({ index: _, met, ...one }: Collector, how: Chart['combine']): Group {
  for (const [at, cells] of met) one.cells[at] = combine(how, cells);
  if (how !== 'count') return one;
  return { ...one, cells: one.cells.map((cell, at) => (met.has(at) ? cell : combine(how, [cell]))) };
}

/** Only these of the xs, in this order. */
export function withXs(groups: Groups, kept: readonly number[]): Groups {
  const places = new Int32Array(groups.xs.length).fill(-1);
  for (const [at, one] of kept.entries()) places[one] = at;
  const moved = ({ places: from, cells, ...one }: Group): Group => {
    const stay = from.flatMap((at, index) => ((places[at] as number) >= 0 ? [index] : []));
    return {
      ...one,
      places: stay.map((index) => places[from[index] as number] as number),
      cells: stay.map((index) => cells[index] ?? null),
    };
  };
  return { ...groups, xs: kept.map((at) => groups.xs[at] ?? null), series: groups.series.map(moved) };
}

export const withNote = (groups: Groups, ...notes: string[]): Groups => ({
  ...groups,
  notes: [...groups.notes, ...notes],
});

/** As a table: with nothing where a series has no row. */
export const laidOut = (groups: Groups): Drawing => ({
  ...groups,
  series: groups.series.map(({ places, cells, ...one }) => {
    const laid = Array.from<Cell | undefined>({ length: groups.xs.length });
    for (const [index, at] of places.entries()) laid[at] = cells[index] ?? null;
    return { ...one, cells: laid };
  }),
});
