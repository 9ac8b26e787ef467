import type { Caller } from '@readout/runtime/caller.ts';
import type { Run, RunList } from '@readout/runtime/contracts.ts';
import { checkCursor, FIRST_CURSOR } from '@readout/runtime/cursor.ts';
import { InvalidInput } from '@readout/runtime/errors.ts';
import { toRun } from '@readout/runtime/run-record.ts';
import type { Runs } from '@readout/runtime/runs.ts';

interface Deps {
  runs: Pick<Runs, 'newest' | 'changedSince' | 'changedBefore'>;
}

/** The most runs in one answer. */
const MOST = 50;

/** A WebSocket message may have 128 KB; what does not fit comes with the next cursor. */
const MOST_BYTES = 100_000;

/** From where on: runs that changed after a cursor, or before one; without either, those that changed last. */
export interface Stretch {
  since?: string;
  before?: string;
}

/**
 * The caller's runs, the earliest change first: all that changed after the cursor `since`, or else those that changed
 * last, or last `before` a cursor. With many changes one answer holds the first of them, and asking again with the
 * `cursor` that came with it brings the next, until an answer holds no runs; into the past, asking `before` the cursor
 * `earlier` does, until there is none. Throws InvalidInput for a text that is no cursor, and for both at once.
 */
export const listRuns =
  ({ runs }: Deps) =>
  async (caller: Caller, { since, before }: Stretch = {}): Promise<RunList> => {
    if (since === undefined) return past(runs, caller, before);
    if (before !== undefined) throw new InvalidInput('before', 'It does not go together with since.');
    const found = await runs.changedSince(caller.id, checkCursor(since), MOST);
    const fitting = thatFit(found.map(toRun));
    return { runs: fitting, cursor: fitting.at(-1)?.cursor ?? since };
  };

/** One more than is told is looked for, so that it is known whether there are any. */
const past = async (runs: Deps['runs'], { id }: Caller, before?: string): Promise<RunList> => {
  const found =
    before === undefined
      ? await runs.newest(id, MOST + 1)
      : await runs.changedBefore(id, checkCursor(before, 'before'), MOST + 1);
  const fitting = thatFit(found.slice(-MOST).map(toRun).reverse()).reverse();
  const [first] = fitting;
  return {
    runs: fitting,
    cursor: fitting.at(-1)?.cursor ?? before ?? FIRST_CURSOR,
    ...(first && fitting.length < found.length && { earlier: first.cursor }),
  };
};

/** The runs from the first on whose JSON has room in one message; the first always. */
const thatFit = (runs: Run[]): Run[] => {
  let bytes = 0;
  return runs.filter((run, index) => {
    bytes += Buffer.byteLength(JSON.stringify(run)) + 1;
    return index === 0 || bytes <= MOST_BYTES;
  });
};
