import { type Client, failureOf } from '@readout/client';
import { Cancelled } from './exit-codes.ts';
import { pipelineProgress } from './output/pipeline-progress.ts';

/**
 * Says how a run of a pipeline goes until it has ended. Ctrl-C ends that and not the run. Throws why the run has not
 * succeeded.
 */
export async function followPipelineRun(
  client: Client,
  runId: string,
  say: (line: string) => void,
): Promise<void> {
  const run = await client.pipelineEnded(runId, { onChange: pipelineProgress(say) });
  if (run.status === 'cancelled')
    throw new Cancelled(`The run was cancelled${run.cancelledBy ? ` by ${run.cancelledBy}` : ''}.`);
  if (run.status !== 'succeeded') throw failureOf(run);
}
