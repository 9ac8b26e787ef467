import type { Cell, Column } from '@readout/runtime/contracts.ts';
import { comparing } from './compare-cells.ts';
import { type Filter, passes } from './filter.ts';
import { type Pause, STRIDE } from './slices.ts';
import { sortIndices } from './sort-indices.ts';
import { sortKeys } from './sort-keys.ts';

/** One column that rows are ordered by; an earlier one of a list outranks a later one. */
export interface Order {
  column: number;
  descending: boolean;
}

/** Which rows of a result are shown, and in which order. */
export interface Arrangement {
  filters: readonly Filter[];
  order: readonly Order[];
}

/**
 * The places of the rows that pass every filter, in order. Rows that nothing tells apart stay as they came, and NULL is
 * last, whichever way a column is ordered.
 */
export async function arrange(
  rows: readonly Cell[][],
  columns: Column[],
  { filters, order }: Arrangement,
  pause: Pause,
): Promise<Uint32Array> {
  const kept = await filtered(rows, columns, filters, pause);
  if (order.length === 0) return kept;
  const comparisons: ((a: number, b: number) => number)[] = [];
  for (const one of order) comparisons.push(await comparingRows(rows, kept, columns, one, pause));
  return sortIndices(kept, (a, b) => firstDifference(comparisons, a, b), pause);
}

function firstDifference(comparisons: ((a: number, b: number) => number)[], a: number, b: number): number {
  for (const compare of comparisons) {
    const difference = compare(a, b);
    if (difference !== 0) return difference;
  }
  return 0;
}

async function filtered(
  rows: readonly Cell[][],
  columns: Column[],
  filters: readonly Filter[],
  pause: Pause,
): Promise<Uint32Array> {
  const tests = filters.map((filter) => passes(filter, columns));
  const kept = new Uint32Array(rows.length);
  let count = 0;
  for (let at = 0; at < rows.length; at++) {
    if (at % STRIDE === 0) await pause();
    if (tests.every((test) => test(rows[at] as Cell[]))) kept[count++] = at;
  }
  return kept.slice(0, count);
}

/** How two rows, given by their places, are ordered by one column: by its keys, and where those are equal by its cells. */
async function comparingRows(
  rows: readonly Cell[][],
  kept: Uint32Array,
  columns: Column[],
  { column, descending }: Order,
  pause: Pause,
) {
  const keys = await sortKeys(rows, kept, columns, column, pause);
  const compare = comparing(columns[column] as Column);
  const sign = descending ? -1 : 1;
  return (a: number, b: number): number => {
    const difference = (keys[a] as number) - (keys[b] as number);
    if (difference < 0 || difference > 0) return sign * difference;
    const [left, right] = [rows[a]?.[column] ?? null, rows[b]?.[column] ?? null];
    if (left === right) return 0;
    if (left === null || right === null) return left === null ? 1 : -1;
    return sign * compare(left, right);
  };
}
