import type { Tile } from '@readout/runtime/contracts.ts';

/** Where a tile stands: the order is the board's own, the column may differ by how many there are. */
interface Place {
  id: string;
  columns: number;
  rows: number;
  /** Its first column, by the number of the board's columns. */
  offset?: Record<number, number>;
}

/** A tile with its place, as the board takes and gives it. */
export interface Placed {
  id: string;
  data: Tile;
  columnSpan?: number;
  rowSpan?: number;
  columnOffset?: Record<number, number>;
}

/** Under which name a person's arrangement of a dashboard is kept. */
export const arrangementName = (dashboard: string): string => `dashboard.${dashboard.replaceAll('/', '.')}`;

/**
 * The tiles as the person has put them; as the file says where they have not, or where what is kept is none of ours.
 * Tiles that are new stand at the end, and those that are gone leave no trace.
 */
export function arranged(tiles: readonly Tile[], kept: unknown): Placed[] {
  const places = Array.isArray(kept) ? kept.filter(isPlace) : [];
  const byId = new Map(tiles.map((tile) => [tile.id, tile]));
  const known = new Map(places.map((place) => [place.id, place]));
  const old = [...known.values()].flatMap((place) => {
    const tile = byId.get(place.id);
    return tile ? [{ id: tile.id, data: tile, ...spansOf(place) }] : [];
  });
  const added = tiles.filter(({ id }) => !known.has(id));
  return [
    ...old,
    ...added.map((tile) => ({
      id: tile.id,
      data: tile,
      columnSpan: tile.size.columns,
      rowSpan: tile.size.rows,
    })),
  ];
}

const spansOf = ({ columns, rows, offset }: Place) => ({
  columnSpan: columns,
  rowSpan: rows,
  ...(offset && { columnOffset: offset }),
});

/** What is kept of a board. */
export const arrangementOf = (items: readonly Placed[]): Place[] =>
  items.map(({ id, columnSpan = 1, rowSpan = 2, columnOffset }) => ({
    id,
    columns: columnSpan,
    rows: rowSpan,
    ...(columnOffset && { offset: columnOffset }),
  }));

function isPlace(value: unknown): value is Place {
  if (typeof value !== 'object' || value === null) return false;
  const { id, columns, rows, offset } = value as Partial<Place>;
  const isCount = (n: unknown) => Number.isInteger(n) && Number(n) >= 0 && Number(n) <= 100;
  const offsets =
    offset === undefined ? [] : typeof offset === 'object' && offset ? Object.values(offset) : [NaN];
  return typeof id === 'string' && isCount(columns) && isCount(rows) && offsets.every(isCount);
}
