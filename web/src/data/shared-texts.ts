import type { Cell } from '@readout/runtime/contracts.ts';

/** A column with more different texts than this repeats few of them. */
const MOST = 10_000;

/**
 * Keeps each text of a column once, however many rows say it: a page that comes as JSON brings a new one each time.
 * Changes the rows that it is given, and answers them.
 */
export function sharedTexts(): (row: Cell[]) => Cell[] {
  const known: Map<string, string>[] = [];
  return (row) => {
    for (const [at, cell] of row.entries()) {
      if (typeof cell !== 'string') continue;
      known[at] ??= new Map();
      const one = known[at].get(cell);
      if (one !== undefined) row[at] = one;
      else if (known[at].size < MOST) known[at].set(cell, cell);
    }
    return row;
  };
}
