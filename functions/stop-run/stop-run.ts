import { RunEnded, RunNotFound } from '@readout/runtime/errors.ts';
import type { Log } from '@readout/runtime/logger.ts';
import { requireOperator } from '@readout/runtime/operators.ts';
import type { RestAction } from '@readout/runtime/rest.ts';
import { isOver, type RunKey, type RunRecord } from '@readout/runtime/run-record.ts';
import type { Runs } from '@readout/runtime/runs.ts';
import type { LeaveStatement } from '@readout/runtime/statements/leave-statement.ts';
import type { StopForAll } from '@readout/runtime/statements/stop-for-all.ts';
import type { TellRun } from '@readout/runtime/tell-run.ts';

interface Deps {
  runs: Pick<Runs, 'get' | 'transition'>;
  stop: StopForAll;
  leave: LeaveStatement;
  tell: TellRun;
  log: Log;
  operatorGroup: string;
  now(): Date;
}

/**
 * `DELETE /operations/runs/{owner}/{runId}`: an operator stops what Redshift does for anybody's run, and so every run that
 * waits for the same statement; their owners are told by whom. Answers how many runs that are, before they have ended:
 * Redshift may be faster, and then they have succeeded. Throws AccessDenied, RunNotFound, RunEnded.
 */
export const stopRun =
  (deps: Deps): RestAction =>
  async ({ caller, path: { owner = '', runId = '' } }) => {
    requireOperator(caller, deps.operatorGroup);
    const run = await found(deps, { owner, runId });
    const runs = await stopped(deps, run, caller.email);
    deps.log.info('An operator stopped a run.', { runId, owner, operator: caller.id, runs });
    return { status: 202, body: { runs } };
  };

/** What nobody's id looks like is not looked for. */
const PERSON = /^[\w-]{1,128}$/;

const found = async ({ runs }: Deps, key: RunKey): Promise<RunRecord> => {
  const run = PERSON.test(key.owner) ? await runs.get(key) : undefined;
  if (!run) throw new RunNotFound('There is no such run.');
  if (isOver(run)) throw new RunEnded(`This run has already ended: it ${run.status}.`);
  return run;
};

/** A leader's statement bears its id before the run says that it is a member. */
const stopped = async (deps: Deps, run: RunRecord, by: string): Promise<number> => {
  const statement = await deps.stop(run.statement ?? run.runId, by);
  if (statement?.status === 'abandoned') return statement.members.length;
  if (statement) throw new RunEnded('This run is ending: its statement is over.');
  return stoppedAlone(deps, run, by);
};

/** It has no statement yet. Should it be given one meanwhile, it leaves it again. */
const stoppedAlone = async (deps: Deps, run: RunRecord, stoppedBy: string): Promise<number> => {
  const cancelled = await deps.runs.transition(run, { status: 'cancelled', at: deps.now(), stoppedBy });
  if (!cancelled) throw new RunEnded('This run has already ended.');
  await deps.leave(cancelled.statement ?? run.runId, run);
  await deps.tell(cancelled);
  return 1;
};
