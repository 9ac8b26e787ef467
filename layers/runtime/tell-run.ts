import type { Announce } from './announce.ts';
import { type RunRecord, runMessage } from './run-record.ts';
import type { Runs } from './runs.ts';

/** Tells a run's owner how it stands. */
export type TellRun = (record: RunRecord) => Promise<void>;

/**
 * Tells each state once: what has been told is noted on the record afterwards, so that a repeated event is silent
 * and a try that failed half-way is made good by the next.
 */
export const runTeller =
  ({ runs, announce }: { runs: Pick<Runs, 'markTold'>; announce: Announce }): TellRun =>
  async (record) => {
    if (record.told === record.cursor) return;
    await announce(record.owner, runMessage(record));
    await runs.markTold(record);
  };
