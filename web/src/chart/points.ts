import type { Cell, Chart } from '@readout/runtime/contracts.ts';
import { strings } from '../strings.ts';
import { type ChartColumn, labelOf, textOf } from './chart-column.ts';
import { toNumber } from './decimal.ts';
import { axisKind, type Drawing, measured, type Placed, place, positionOf } from './drawing.ts';
import type { Group, Groups } from './group.ts';

/** A place on a wide screen is about as large as a point. */
const PLACES = { x: 240, y: 120 };
/** So few are drawn even where they lie upon one another. */
const MOST_POINTS = 2_400;

interface Point {
  x: Cell;
  y: Cell;
  series: Cell;
  /** What is measured. */
  column: Placed;
  /** On the axes. */
  at: [number, number];
}

/** Lays rows out as points. Where several lie upon one another one of them is drawn, and that is said. */
export function points(
  columns: readonly ChartColumn[],
  rows: readonly Cell[][],
  chart: Chart & { x: string },
): Groups {
  const x = { ...place(columns, chart.x), kind: axisKind(chart, place(columns, chart.x).column) };
  const by = chart.series === undefined ? undefined : place(columns, chart.series);
  const { found, lost } = read(columns, rows, chart, x, by);
  const kept = (found.length > MOST_POINTS ? apart(found) : found).sort((a, b) => a.at[0] - b.at[0]);
  const thinned =
    kept.length < found.length ? [strings.chart.thinnedPoints(rows.length, found.length, kept.length)] : [];
  const notes = [...(lost > 0 ? [strings.chart.unplaced(lost, labelOf(x.column))] : []), ...thinned];
  return { chart, x, xs: kept.map((point) => point.x), series: seriesOf(kept, by), notes };
}

function read(
  columns: readonly ChartColumn[],
  rows: readonly Cell[][],
  chart: Chart,
  x: Drawing['x'],
  by?: Placed,
) {
  const ys = measured(columns, chart);
  const places = new Map<Cell, number>();
  const found: Point[] = [];
  let lost = 0;
  for (const row of rows) {
    const cell = row[x.at] ?? null;
    const across = x.kind === 'category' ? rank(places, cell) : positionOf(x.kind, cell);
    if (across === null) lost += 1;
    for (const y of across === null ? [] : ys) {
      const up = toNumber(row[y.at]);
      const series = by ? (row[by.at] ?? null) : labelOf(y.column);
      if (up !== null)
        found.push({ x: cell, y: row[y.at] ?? null, series, column: y, at: [across as number, up] });
    }
  }
  return { found, lost };
}

function rank(places: Map<Cell, number>, cell: Cell): number {
  if (!places.has(cell)) places.set(cell, places.size);
  return places.get(cell) ?? 0;
}

/** The first point of each place of the screen. */
function apart(found: Point[]): Point[] {
  const across = scale(
    found.map(({ at }) => at[0]),
    PLACES.x,
  );
  const up = scale(
    found.map(({ at }) => at[1]),
    PLACES.y,
  );
  const taken = new Map<Cell, Set<number>>();
  return found.filter(({ series, at }) => {
    const places = taken.get(series) ?? new Set();
    taken.set(series, places);
    const here = across(at[0]) * PLACES.y + up(at[1]);
    return places.size < places.add(here).size;
  });
}

function scale(values: number[], places: number): (value: number) => number {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) [low, high] = [Math.min(low, value), Math.max(high, value)];
  return (value) => Math.min(places - 1, Math.floor(((value - low) / (high - low || 1)) * places));
}

/** By column, or by the value of the column `series`. */
function seriesOf(kept: Point[], by?: Placed): Group[] {
  const all = new Map<Cell, Group>();
  for (const [at, { series, y, column }] of kept.entries()) {
    const key = by ? { key: series } : {};
    const one = all.get(series) ?? {
      name: by ? textOf(series, by.column) : labelOf(column.column),
      y: column,
      ...key,
      places: [],
      cells: [],
    };
    all.set(series, one);
    one.places.push(at);
    one.cells.push(y);
  }
  return [...all.values()];
}
