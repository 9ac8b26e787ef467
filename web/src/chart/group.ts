import type { Cell, Chart, Column } from '@readout/runtime/contracts.ts';
import { strings } from '../strings.ts';
import { combine } from './combine.ts';
import { axisKind, type Drawing, type Placed, place, type Series } from './drawing.ts';

interface Group extends Omit<Series, 'cells'> {
  cells: (Cell | undefined)[];
  /** Where several rows met: all of their values, by the place of their x. */
  met: Map<number, Cell[]>;
}

/** Lays rows out by x and series; rows that meet become one value, and that is said. */
export function group(
  columns: readonly Column[],
  rows: readonly Cell[][],
  chart: Chart & { x: string },
): Drawing {
  const x = place(columns, chart.x);
  const of = groups(columns, chart);
  const xs = new Map<Cell, number>();
  for (const row of rows) {
    const at = placeIn(xs, row[x.at] ?? null);
    for (const one of of.at(row)) put(one, at, row[one.y.at] ?? null);
  }
  const series = of.all().map((one) => finish(one, xs.size, chart.combine));
  const hasMet = of.all().some(({ met }) => met.size > 0) || chart.combine === 'count';
  return {
    chart,
    x: { ...x, kind: axisKind(chart, x.column) },
    xs: [...xs.keys()],
    series,
    notes: hasMet ? [strings.chart.combined[chart.combine ?? 'sum'](x.column.name)] : [],
  };
}

/** The series of a row: one for each column y, or that of its value in the column `series`. */
function groups(columns: readonly Column[], chart: Chart) {
  const ys = chart.y.map((name) => place(columns, name));
  const by = chart.series === undefined ? undefined : place(columns, chart.series).at;
  const fixed = ys.map((y) => start(y.column.name, y));
  const found = new Map<Cell, Group>();
  const ofValue = (key: Cell): Group[] => {
    const known = found.get(key) ?? { ...start(nameOf(key), ys[0] as Placed), key };
    found.set(key, known);
    return [known];
  };
  return {
    at: (row: Cell[]): Group[] => (by === undefined ? fixed : ofValue(row[by] ?? null)),
    all: (): Group[] => (by === undefined ? fixed : [...found.values()]),
  };
}

/** What a value is called that is a place or a series of its own. */
export const nameOf = (cell: Cell): string => (cell === null ? strings.result.null : String(cell));

const start = (name: string, y: Placed): Group => ({ name, y, cells: [], met: new Map() });

function placeIn(xs: Map<Cell, number>, cell: Cell): number {
  const known = xs.get(cell);
  if (known !== undefined) return known;
  xs.set(cell, xs.size);
  return xs.size - 1;
}

function put({ cells, met }: Group, at: number, cell: Cell): void {
  const before = cells[at];
  if (before === undefined) cells[at] = cell;
  else if (met.has(at)) met.get(at)?.push(cell);
  else met.set(at, [before, cell]);
}

function finish({ cells, met, ...one }: Group, length: number, how: Chart['combine']): Series {
  const finished = Array.from({ length }, (_, at): Cell => {
    const several = met.get(at);
    if (several) return combine(how, several);
    const cell = cells[at];
    return how === 'count' && cell !== undefined ? combine(how, [cell]) : (cell ?? null);
  });
  return { ...one, cells: finished };
}
