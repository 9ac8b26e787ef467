import type { Cell, Column } from '@readout/runtime/contracts.ts';
import { isNumeric, kindOf } from './columns.ts';
import { comparing } from './compare-cells.ts';
import { type Pause, STRIDE } from './slices.ts';
import { sortIndices } from './sort-indices.ts';

/**
 * For each row, by its place, a number that is greater only where its cell of the column is: so that most rows are told
 * apart without a look at their cells. Cells of one key may still differ; NULL has none, which is NaN.
 */
export async function sortKeys(
  rows: readonly Cell[][],
  kept: Uint32Array,
  columns: Column[],
  column: number,
  pause: Pause,
): Promise<Float64Array> {
  const keyOf = await keyMaker(rows, kept, columns[column] as Column, column, pause);
  const keys = new Float64Array(rows.length);
  for (let place = 0; place < kept.length; place++) {
    if (place % STRIDE === 0) await pause();
    const at = kept[place] as number;
    const cell = rows[at]?.[column] ?? null;
    keys[at] = cell === null ? Number.NaN : keyOf(cell);
  }
  return keys;
}

type KeyOf = (cell: Cell) => number;

async function keyMaker(
  rows: readonly Cell[][],
  kept: Uint32Array,
  column: Column,
  at: number,
  pause: Pause,
): Promise<KeyOf> {
  if (isNumeric(column)) return numberKey;
  return kindOf(column) === 'text' ? ranking(rows, kept, column, at, pause) : timeKey;
}

/** Infinities and what is no number are left to their cells. */
const numberKey: KeyOf = (cell) => {
  const number = Number(cell);
  if (Number.isFinite(number)) return number;
  return cell === '-Infinity' ? -Number.MAX_VALUE : Number.MAX_VALUE;
};

/** As many digits as a double holds: to the second for a date and time, and further for a time. */
const timeKey: KeyOf = (cell) => Number(String(cell).replace(/\D/g, '').slice(0, 14).padEnd(14, '0'));

/** Texts are compared once for all the rows that say them. */
async function ranking(
  rows: readonly Cell[][],
  kept: Uint32Array,
  column: Column,
  at: number,
  pause: Pause,
): Promise<KeyOf> {
  const rank = new Map<Cell, number>();
  for (let place = 0; place < kept.length; place++) {
    if (place % STRIDE === 0) await pause();
    rank.set(rows[kept[place] as number]?.[at] ?? null, 0);
  }
  const cells = [...rank.keys()];
  const compare = comparing(column);
  const byText = (a: number, b: number) => compare(cells[a] as Cell, cells[b] as Cell);
  const sorted = await sortIndices(Uint32Array.from(cells.keys()), byText, pause);
  for (let place = 0; place < sorted.length; place++) {
    if (place % STRIDE === 0) await pause();
    rank.set(cells[sorted[place] as number] as Cell, place);
  }
  return (cell) => rank.get(cell) as number;
}
