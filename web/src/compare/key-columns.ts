import type { Cell } from '@readout/runtime/contracts.ts';
import type { SharedColumn } from './paired-columns.ts';

export type Rows = readonly (readonly Cell[])[];

/** What stands in the key columns of a row, as text; NULL is no text. */
export const keyOf = (row: readonly Cell[], places: readonly number[]): string =>
  JSON.stringify(places.map((at) => (row[at] === null || row[at] === undefined ? null : String(row[at]))));

/**
 * The columns that most likely name a row: the first text or date that is unique in both results, or the fewest first of
 * them that are so together, or a whole number that is. Where nothing is unique, all texts and dates.
 */
export function guessKeys(columns: readonly SharedColumn[], left: Rows, right: Rows): SharedColumn[] {
  const naming = columns.filter((column) => column.naming);
  const numbers = columns.filter((column) => column.numeric);
  const candidates = [
    ...naming.map((column) => [column]),
    ...naming.slice(1).map((_, at) => naming.slice(0, at + 2)),
    ...numbers.map((column) => [column]),
    ...numbers.map((column) => [...naming, column]),
  ];
  return candidates.find((keys) => areUnique(keys, left, right)) ?? naming;
}

export const areUnique = (keys: readonly SharedColumn[], left: Rows, right: Rows): boolean =>
  isUnique(
    left,
    keys.map((key) => key.left),
  ) &&
  isUnique(
    right,
    keys.map((key) => key.right),
  );

function isUnique(rows: Rows, places: readonly number[]): boolean {
  const seen = new Set<string>();
  for (const row of rows) {
    const key = keyOf(row, places);
    if (seen.has(key)) return false;
    seen.add(key);
  }
  return true;
}
