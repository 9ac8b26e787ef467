import type { Cell } from '@readout/runtime/contracts.ts';
import { isSame } from './exact.ts';
import { keyOf, type Rows } from './key-columns.ts';
import type { SharedColumn } from './paired-columns.ts';

export type DifferenceKind = 'added' | 'removed' | 'changed' | 'same';

/** A row of one result, or one of both that belong together. */
export interface Difference {
  kind: DifferenceKind;
  left?: readonly Cell[];
  right?: readonly Cell[];
  /** The shared columns whose cells differ, by their place among these. */
  changed: readonly number[];
}

export interface Comparison {
  /** In the order of the left result; what was added stands where the right one has it. */
  rows: readonly Difference[];
  counts: Record<DifferenceKind, number>;
  /** In how many rows each shared column differs, by its place among these. */
  changes: readonly number[];
  /** How many rows have the same key as an earlier one of their result: they are matched in their order. */
  repeated: number;
}

/** Rows that are dealt with between two breaths. */
const SLICE = 2_000;

/**
 * Compares two results row by row and cell by cell. Rows belong together whose `keys` are equal, or without keys those of
 * one number. Yields how many of all rows are done, and answers the comparison in the end: whoever drives it decides when
 * it goes on, so that a large one blocks nothing.
 */
export function* compareRows(
  left: Rows,
  right: Rows,
  shared: readonly SharedColumn[],
  keys: readonly SharedColumn[],
): Generator<number, Comparison> {
  const { partners, repeated } = yield* matched(left, right, keys);
  const matchedRight = new Set(partners);
  const rows: Difference[] = [];
  const changes = shared.map(() => 0);
  /** The added rows of the right result that follow a place of it. */
  const addAfter = (place: number) => {
    for (let at = place + 1; at < right.length && !matchedRight.has(at); at++)
      rows.push({ kind: 'added', right: right[at], changed: [] });
  };
  addAfter(-1);
  for (const [at, row] of left.entries()) {
    const partner = partners[at];
    if (partner === undefined) rows.push({ kind: 'removed', left: row, changed: [] });
    else {
      rows.push(pairOf(row, right[partner] ?? [], shared, changes));
      addAfter(partner);
    }
    if (at % SLICE === SLICE - 1) yield right.length + at + 1;
  }
  return { rows, counts: countsOf(rows), changes, repeated };
}

function pairOf(
  left: readonly Cell[],
  right: readonly Cell[],
  shared: readonly SharedColumn[],
  changes: number[],
): Difference {
  const changed = shared.flatMap((column, at) =>
    isSame(left[column.left] ?? null, right[column.right] ?? null, column.numeric) ? [] : [at],
  );
  for (const at of changed) changes[at] = (changes[at] ?? 0) + 1;
  return { kind: changed.length > 0 ? 'changed' : 'same', left, right, changed };
}

/** Which row of the right result each of the left one belongs to. */
function* matched(
  left: Rows,
  right: Rows,
  keys: readonly SharedColumn[],
): Generator<number, { partners: (number | undefined)[]; repeated: number }> {
  if (keys.length === 0)
    return { partners: left.map((_, at) => (at < right.length ? at : undefined)), repeated: 0 };
  const places = new Map<string, number[]>();
  let repeated = 0;
  for (const [at, row] of right.entries()) {
    const key = keyOf(
      row,
      keys.map((column) => column.right),
    );
    const known = places.get(key);
    if (known) repeated += 1;
    if (known) known.push(at);
    else places.set(key, [at]);
    if (at % SLICE === SLICE - 1) yield at + 1;
  }
  const seen = new Set<string>();
  const partners = left.map((row) => {
    const key = keyOf(
      row,
      keys.map((column) => column.left),
    );
    if (seen.has(key)) repeated += 1;
    seen.add(key);
    return places.get(key)?.shift();
  });
  return { partners, repeated };
}

function countsOf(rows: readonly Difference[]): Record<DifferenceKind, number> {
  const counts = { added: 0, removed: 0, changed: 0, same: 0 };
  for (const { kind } of rows) counts[kind] += 1;
  return counts;
}
