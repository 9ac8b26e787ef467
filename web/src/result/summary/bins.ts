import type { Cell, Column } from '@readout/runtime/contracts.ts';
import { isNumeric, kindOf } from '../columns.ts';
import { type Pause, STRIDE } from '../slices.ts';

/** How many rows have a value from one place of the scale up to the next. The ends are near, for drawing. */
export interface Bin {
  from: Cell;
  to: Cell;
  count: number;
}

const BINS = 24;

/** Cuts the way from the least to the greatest value into parts of one width. None for what has no scale. */
export async function binsOf(
  counts: ReadonlyMap<Cell, number>,
  column: Column,
  least: Cell,
  greatest: Cell,
  pause: Pause,
): Promise<Bin[]> {
  const scale = scaleOf(column);
  const [from, to] = [scale?.position(least), scale?.position(greatest)];
  if (!scale || from === undefined || to === undefined || !(from < to)) return [];
  const width = (to - from) / BINS;
  const bins = new Array<number>(BINS).fill(0);
  let seen = 0;
  for (const [cell, count] of counts) {
    if (seen++ % STRIDE === 0) await pause();
    const position = scale.position(cell);
    if (position === undefined) continue;
    const at = Math.min(BINS - 1, Math.floor((position - from) / width));
    bins[at] = (bins[at] ?? 0) + count;
  }
  return bins.map((count, at) => ({
    from: scale.cellAt(from + at * width),
    to: scale.cellAt(from + (at + 1) * width),
    count,
  }));
}

interface Scale {
  position: (cell: Cell) => number | undefined;
  cellAt: (position: number) => Cell;
}

function scaleOf(column: Column): Scale | undefined {
  if (isNumeric(column)) return { position: numberOf, cellAt: (position) => Number(position.toPrecision(4)) };
  const kind = kindOf(column);
  if (kind !== 'date' && kind !== 'time') return undefined;
  const length = kind === 'date' ? 10 : 19;
  return {
    position: momentOf,
    cellAt: (position) => new Date(position).toISOString().replace('T', ' ').slice(0, length),
  };
}

const finite = (number: number): number | undefined => (Number.isFinite(number) ? number : undefined);

const numberOf = (cell: Cell): number | undefined => (cell === null ? undefined : finite(Number(cell)));

/** The clock's hands as if they were UTC's; an offset is one for the whole column. */
const momentOf = (cell: Cell): number | undefined => {
  const [, date, time] = /^(\d{4}-\d\d-\d\d)(?: (\d\d:\d\d:\d\d(?:\.\d{1,3})?))?/.exec(String(cell)) ?? [];
  return finite(Date.parse(time ? `${date}T${time}Z` : `${date}`));
};
