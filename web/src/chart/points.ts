import type { Cell, Chart, Column } from '@readout/runtime/contracts.ts';
import { strings } from '../strings.ts';
import { toNumber } from './decimal.ts';
import { axisKind, type Drawing, type Placed, place, positionOf, type Series, withNote } from './drawing.ts';
import { nameOf } from './group.ts';

/** A place on a wide screen is about as large as a point. */
const PLACES = { x: 240, y: 120 };

interface Point {
  x: Cell;
  y: Cell;
  series: Cell;
  name: Placed;
  /** On the axes. */
  at: [number, number];
}

/** Lays rows out as points. Where several lie upon one another one of them is drawn, and that is said. */
export function points(
  columns: readonly Column[],
  rows: readonly Cell[][],
  chart: Chart & { x: string },
): Drawing {
  const x = { ...place(columns, chart.x), kind: axisKind(chart, place(columns, chart.x).column) };
  const { found, lost } = read(columns, rows, chart, x);
  const kept = found.length > PLACES.x * 10 ? apart(found) : found;
  const drawing: Drawing = { chart, x, xs: kept.map((point) => point.x), series: seriesOf(kept), notes: [] };
  const said = lost > 0 ? withNote(drawing, strings.chart.unplaced(lost, x.column.name)) : drawing;
  if (kept.length === found.length) return said;
  return withNote(said, strings.chart.thinnedPoints(rows.length, found.length, kept.length));
}

function read(columns: readonly Column[], rows: readonly Cell[][], chart: Chart, x: Drawing['x']) {
  const ys = chart.y.map((name) => place(columns, name));
  const by = chart.series === undefined ? undefined : place(columns, chart.series).at;
  const places = new Map<Cell, number>();
  const found: Point[] = [];
  let lost = 0;
  for (const row of rows) {
    const cell = row[x.at] ?? null;
    const across = x.kind === 'category' ? rank(places, cell) : positionOf(x.kind, cell);
    if (across === null) lost += 1;
    for (const y of across === null ? [] : ys) {
      const up = toNumber(row[y.at]);
      const series = by === undefined ? y.column.name : (row[by] ?? null);
      if (up !== null)
        found.push({ x: cell, y: row[y.at] ?? null, series, name: y, at: [across as number, up] });
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

/** A series has a cell for each point, of which only its own are not empty. */
function seriesOf(kept: Point[]): Series[] {
  const all = new Map<Cell, Series>();
  for (const [at, { series, name, y }] of kept.entries()) {
    const one = all.get(series) ?? {
      name: nameOf(series),
      y: name,
      key: series,
      cells: kept.map(() => null),
    };
    all.set(series, one);
    one.cells[at] = y;
  }
  return [...all.values()];
}
