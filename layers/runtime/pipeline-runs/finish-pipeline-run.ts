import type { RedshiftDataClient } from '@aws-sdk/client-redshift-data';
import type { ErrorDetail } from '../contracts.ts';
import type { Datasets } from '../datasets.ts';
import { Unavailable } from '../errors.ts';
import { stopStatement } from '../statements/stop-statement.ts';
import type { ConcludeScript } from './conclude-script.ts';
import {
  hasEnded,
  type PipelineRunEnding,
  type PipelineRunRecord,
  scriptsOf,
} from './pipeline-run-record.ts';
import type { PipelineRuns } from './pipeline-runs.ts';
import type { PublishEnd } from './publish-end.ts';
import type { TellLoaded } from './tell-loaded.ts';
import type { TellPipelineRun } from './tell-pipeline-run.ts';

export interface FinishDeps {
  runs: Pick<PipelineRuns, 'get' | 'end' | 'close'>;
  conclude: ConcludeScript;
  redshift: RedshiftDataClient;
  datasets: Pick<Datasets, 'markLoaded'>;
  tell: TellPipelineRun;
  tellLoaded: TellLoaded;
  publish: PublishEnd;
  now(): Date;
}

/** Ends a run by what has become of its scripts, and does all that follows. `failure` is what kept it from going on. */
export type FinishPipelineRun = (
  runId: string,
  failure?: ErrorDetail,
) => Promise<PipelineRunRecord | undefined>;

const ATTEMPTS = 10;
const INTERRUPTED: ErrorDetail = {
  name: 'Unavailable',
  message: 'The pipeline was interrupted. Run it again from the step that failed.',
};

/**
 * Each of these may be done again: whoever comes after a crash finds the run still open, and does what is left. Throws
 * Unavailable when others are always faster.
 */
export const pipelineRunFinish =
  (deps: FinishDeps): FinishPipelineRun =>
  async (runId, failure) => {
    const ended = await endOf(deps, runId, failure);
    if (ended?.open) await followUp(deps, ended);
    return ended;
  };

async function endOf(
  deps: FinishDeps,
  runId: string,
  failure?: ErrorDetail,
): Promise<PipelineRunRecord | undefined> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const record = await deps.runs.get(runId);
    if (!record || hasEnded(record)) return record;
    await endRunning(deps, record, failure);
    const calm = (await deps.runs.get(runId)) ?? record;
    const ended = await deps.runs.end(calm, verdictOf(calm, failure, deps.now()));
    if (ended) return ended;
  }
  throw new Unavailable(`The pipeline run ${runId} changes too fast.`);
}

/** No workflow waits for these any more: they are stopped, so that nothing goes on that is said to have ended. */
async function endRunning(
  { redshift, conclude, now }: FinishDeps,
  record: PipelineRunRecord,
  error: ErrorDetail = INTERRUPTED,
): Promise<void> {
  for (const [script, { status, statementId }] of scriptsOf(record)) {
    if (status !== 'running') continue;
    if (statementId !== undefined) await stopStatement(redshift, statementId);
    await conclude(record.runId, script, { status: 'failed', at: now(), error });
  }
}

/** All of its scripts decide. A run that was cancelled when nothing was left to stop has succeeded. */
function verdictOf(record: PipelineRunRecord, failure: ErrorDetail | undefined, at: Date): PipelineRunEnding {
  const scripts = scriptsOf(record);
  if (scripts.every(([, { status }]) => status === 'succeeded' || status === 'skipped'))
    return { status: 'succeeded', at };
  if (record.cancelledBy !== undefined) return { status: 'cancelled', at };
  const [name, failed] = scripts.find(([, { error }]) => error !== undefined) ?? [];
  const error = failed?.error ? errorOf(name, failed.error) : (failure ?? INTERRUPTED);
  return { status: 'failed', at, error };
}

/** The place in its file is the script's. */
const errorOf = (script: string | undefined, { at: _, ...error }: ErrorDetail): ErrorDetail => ({
  ...error,
  message: `${script}: ${error.message}`,
});

async function followUp(
  { runs, datasets, publish, tell, tellLoaded }: FinishDeps,
  record: PipelineRunRecord,
): Promise<void> {
  const hasLoaded = record.status === 'succeeded' && record.writes.length > 0;
  if (hasLoaded) await datasets.markLoaded(record.writes, new Date(record.endedAt ?? record.changedAt));
  await tell(record);
  if (hasLoaded) await tellLoaded();
  await publish(record);
  await runs.close(record.runId);
}
