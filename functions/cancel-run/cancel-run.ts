import type { Caller } from '@readout/runtime/caller.ts';
import { RunEnded } from '@readout/runtime/errors.ts';
import type { RunRecord } from '@readout/runtime/run-record.ts';
import type { Runs } from '@readout/runtime/runs.ts';
import type { LeaveStatement } from '@readout/runtime/statements/leave-statement.ts';
import type { TellRun } from '@readout/runtime/tell-run.ts';

interface Deps {
  runs: Pick<Runs, 'owned' | 'transition'>;
  leave: LeaveStatement;
  tell: TellRun;
  now(): Date;
}

/**
 * Ends one of the caller's own runs at once, whatever else waits for its statement, and leaves the statement; the last
 * one to leave cancels it in Redshift. A run that was cancelled before leaves again, in case that went wrong. Answers how
 * it stands now. Throws RunNotFound and RunEnded.
 */
export const cancelRun =
  (deps: Deps) =>
  async (caller: Caller, runId: string): Promise<RunRecord> => {
    const found = await deps.runs.owned(runId, caller.id);
    const cancelled = await deps.runs.transition(found, { status: 'cancelled', at: deps.now() });
    const record = cancelled ?? (await deps.runs.owned(runId, caller.id));
    if (record.status !== 'cancelled') throw new RunEnded(`This run has already ended: it ${record.status}.`);
    // A leader's statement bears its id before the run says that it is a member.
    await deps.leave(record.statement ?? runId, record);
    await deps.tell(record);
    if (!cancelled) throw new RunEnded('This run has already ended: it was cancelled.');
    return record;
  };
