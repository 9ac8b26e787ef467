import type { RedshiftDataClient } from '@aws-sdk/client-redshift-data';
import { RunEnded } from '@readout/runtime/errors.ts';
import { hasEnded, scriptsOf, toPipelineRun } from '@readout/runtime/pipeline-runs/pipeline-run-record.ts';
import type { PipelineRuns } from '@readout/runtime/pipeline-runs/pipeline-runs.ts';
import { seenRun } from '@readout/runtime/pipeline-runs/seen-run.ts';
import type { TellPipelineRun } from '@readout/runtime/pipeline-runs/tell-pipeline-run.ts';
import type { RestAction } from '@readout/runtime/rest.ts';
import { stopStatement } from '@readout/runtime/statements/stop-statement.ts';

interface Deps {
  runs: Pick<PipelineRuns, 'get' | 'cancel'>;
  redshift: RedshiftDataClient;
  tell: TellPipelineRun;
  operatorGroup: string;
  now(): Date;
}

/**
 * `DELETE /pipeline-runs/{runId}`: what runs in Redshift is stopped, and no other script is sent. The run is cancelled when
 * Redshift has ended its statements. Throws RunNotFound, RunEnded.
 */
export const cancelPipelineRun =
  ({ runs, redshift, tell, operatorGroup, now }: Deps): RestAction =>
  async ({ caller, path: { runId = '' } }) => {
    const found = await seenRun({ runs, operatorGroup }, runId, caller);
    const cancelled = await runs.cancel(runId, caller.email, now());
    const record = cancelled ?? (await runs.get(runId)) ?? found;
    if (hasEnded(record)) throw new RunEnded('The pipeline run has ended already.');
    for (const [, { status, statementId }] of scriptsOf(record))
      if (status === 'running' && statementId !== undefined) await stopStatement(redshift, statementId);
    if (cancelled) await tell(cancelled);
    return { status: 202, body: toPipelineRun(record) };
  };
