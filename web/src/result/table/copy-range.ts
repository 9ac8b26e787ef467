import type { Cell } from '@readout/runtime/contracts.ts';
import type { ShownColumn } from '../shown-columns.ts';
import { tabSeparated } from '../tab-separated.ts';
import type { CellRange } from './cell-range.ts';

/** More than that is a download's work. */
export const MOST_COPIED = 100_000;

export type Copied = { cells: number } | { problem: 'nothing' | 'tooMany' | 'notLoaded' };

export interface CopyOptions {
  range: CellRange;
  columns: ShownColumn[];
  /** A row by its number in the table; nothing while it is not loaded. */
  rowAt: (row: number) => readonly Cell[] | undefined;
  /** Writes the columns' labels above the cells. */
  withLabels?: boolean;
}

/** Copies the chosen cells, all or none of them. */
export async function copyRange({ range, columns, rowAt, withLabels }: CopyOptions): Promise<Copied> {
  const chosen = range.get();
  if (!chosen) return { problem: 'nothing' };
  if (chosen.size > MOST_COPIED) return { problem: 'tooMany' };
  const shown = chosen.columns.flatMap((id) => columns.find((column) => column.id === id) ?? []);
  const copied: Cell[][] = withLabels ? [shown.map(({ label }) => label)] : [];
  for (let at = chosen.first; at <= chosen.last; at++) {
    const row = rowAt(at);
    if (!row) return { problem: 'notLoaded' };
    copied.push(shown.map((column) => row[column.at] ?? null));
  }
  await navigator.clipboard.writeText(tabSeparated(copied));
  return { cells: chosen.size };
}
