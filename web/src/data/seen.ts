import { isOver } from '@readout/client';
import type { Run } from '@readout/runtime/contracts.ts';

/** What a person has looked at: every end up to a cursor, and these runs behind it. */
export interface Seen {
  cursor: string;
  runs: readonly string[];
}

/** Beyond these the earliest count as the cursor: a preference has 16 KB. */
const MOST_RUNS = 200;

/** Reads what is kept; what another version of the page has kept counts as nothing. */
export function seenFrom(kept: unknown): Seen {
  const { cursor, runs } = (kept ?? {}) as Partial<Record<keyof Seen, unknown>>;
  return {
    cursor: typeof cursor === 'string' ? cursor : '',
    runs: Array.isArray(runs) ? runs.map(String) : [],
  };
}

/** One run more was looked at. The cursor moves on over all ends that were, so that the list stays short. */
export function withLooked(seen: Seen, run: Run, known: readonly Run[]): Seen {
  const looked = new Set([...seen.runs, run.runId]);
  const behind = known
    .filter((one) => isOver(one) && one.cursor > seen.cursor)
    .sort((a, b) => (a.cursor < b.cursor ? -1 : 1));
  let { cursor } = seen;
  for (const one of behind) {
    if (!looked.has(one.runId) && looked.size <= MOST_RUNS) break;
    cursor = one.cursor;
    looked.delete(one.runId);
  }
  return { cursor, runs: [...looked].slice(-MOST_RUNS) };
}

/** Everything that has ended was looked at. */
export function allLooked(known: readonly Run[]): Seen {
  const cursors = known.filter(isOver).map(({ cursor }) => cursor);
  return { cursor: cursors.sort().at(-1) ?? '', runs: [] };
}
