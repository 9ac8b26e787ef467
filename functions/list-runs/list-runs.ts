import type { Caller } from '@readout/runtime/caller.ts';
import type { Run, RunList } from '@readout/runtime/contracts.ts';
import { checkCursor, FIRST_CURSOR } from '@readout/runtime/cursor.ts';
import { toRun } from '@readout/runtime/run-record.ts';
import type { Runs } from '@readout/runtime/runs.ts';

interface Deps {
  runs: Pick<Runs, 'newest' | 'changedSince'>;
}

/** The most runs in one answer. */
const MOST = 50;

/** A WebSocket message may have 128 KB; what does not fit comes with the next cursor. */
const MOST_BYTES = 100_000;

/**
 * The caller's runs, the earliest change first: all that changed after the cursor `since`, or else those that
 * changed last. With many changes one answer holds the first of them, and asking again with the `cursor` that came
 * with it brings the next, until an answer holds no runs. Throws InvalidInput for a text that is no cursor.
 */
export const listRuns =
  ({ runs }: Deps) =>
  async (caller: Caller, since: string | undefined): Promise<RunList> => {
    const records =
      since === undefined
        ? await runs.newest(caller.id, MOST)
        : await runs.changedSince(caller.id, checkCursor(since), MOST);
    const all = records.map(toRun);
    const fitting = since === undefined ? thatFit(all.reverse()).reverse() : thatFit(all);
    return { runs: fitting, cursor: fitting.at(-1)?.cursor ?? since ?? FIRST_CURSOR };
  };

/** The runs from the first on whose JSON has room in one message; the first always. */
const thatFit = (runs: Run[]): Run[] => {
  let bytes = 0;
  return runs.filter((run, index) => {
    bytes += Buffer.byteLength(JSON.stringify(run)) + 1;
    return index === 0 || bytes <= MOST_BYTES;
  });
};
