import { CancelStatementCommand, type RedshiftDataClient } from '@aws-sdk/client-redshift-data';
import type { Caller } from '@readout/runtime/caller.ts';
import { RunEnded } from '@readout/runtime/errors.ts';
import type { RunRecord } from '@readout/runtime/run-record.ts';
import type { Runs } from '@readout/runtime/runs.ts';
import type { TellRun } from '@readout/runtime/tell-run.ts';

interface Deps {
  runs: Pick<Runs, 'owned' | 'transition'>;
  redshift: RedshiftDataClient;
  tell: TellRun;
  now(): Date;
}

/**
 * Ends one of the caller's own runs, and answers how it stands now. A queued run is cancelled at once; its workflow
 * finds that out when it records the statement, and stops it. A running one is cancelled in Redshift, whose event
 * then ends the run. Throws RunNotFound and RunEnded.
 */
export const cancelRun =
  (deps: Deps) =>
  async (caller: Caller, runId: string): Promise<RunRecord> => {
    const record = await deps.runs.owned(runId, caller.id);
    if (record.status !== 'queued') return cancelStatement(deps, record);
    const cancelled = await deps.runs.transition(runId, { status: 'cancelled', at: deps.now() }, ['queued']);
    if (!cancelled) return cancelStatement(deps, await deps.runs.owned(runId, caller.id));
    await deps.tell(cancelled);
    return cancelled;
  };

const cancelStatement = async ({ redshift }: Deps, record: RunRecord): Promise<RunRecord> => {
  const { status, statementId } = record;
  if (status !== 'running' || !statementId)
    throw new RunEnded(`This run has already ended: it ${ENDED[status]}.`);
  try {
    await redshift.send(new CancelStatementCommand({ Id: statementId }));
  } catch (error) {
    if (!hasFinished(error)) throw error;
  }
  return record;
};

const ENDED: Record<RunRecord['status'], string> = {
  queued: 'has not begun',
  running: 'has no statement',
  succeeded: 'succeeded',
  failed: 'failed',
  cancelled: 'was cancelled',
};

/** “Could not cancel a query that is already in FINISHED state with ID: …”: its event is on the way. */
const hasFinished = (error: unknown): boolean =>
  error instanceof Error && error.name === 'ValidationException' && error.message.includes('already in');
