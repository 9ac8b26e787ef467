import { pipelinesIn } from '@readout/runtime/pipeline/pipelines-in.ts';
import { pipelineRunLauncher } from '@readout/runtime/pipeline-runs/launch-pipeline-run.ts';
import type { PipelineRunRecord } from '@readout/runtime/pipeline-runs/pipeline-run-record.ts';
import { testBuckets } from '@readout/runtime/testing/buckets.ts';
import { keepingLog, noon } from '@readout/runtime/testing/examples.ts';
import { askedOf, pipelineObjects, testWorld } from '@readout/runtime/testing/pipelines.ts';
import { testTables } from '@readout/runtime/testing/tables.ts';
import { runBeginning } from '../begin-run.ts';
import { onEvent } from '../on-event.ts';
import { onRequest } from '../on-request.ts';

/** The id of the run that a request begins. */
export const newRunId = '00000000-0000-4000-8000-000000000001';

export type Starting = Awaited<ReturnType<typeof starting>>;

/** Everything that a start touches, and what has become of it. */
export const starting = async () => {
  const [tables, world] = await Promise.all([testTables(), testWorld()]);
  const { pipelineRuns: runs } = tables;
  const log = keepingLog();
  const told: string[] = [];
  const begin = runBeginning({
    runs,
    launch: pipelineRunLauncher({ states: world.states, workflowArn: 'arn:workflow' }),
    tell: async ({ runId }) => void told.push(runId),
    constants: { data_bucket: 'data-bucket' },
    timeZone: 'UTC',
    log,
    now: () => noon,
  });
  const launched = () => askedOf(world, 'StartExecution');
  return {
    tables,
    world,
    log,
    told,
    /** The two doors of the function, with these objects in the template bucket. */
    with: (objects = pipelineObjects()) => {
      const folders = pipelinesIn(testBuckets(objects).client, 'templates');
      return {
        request: onRequest({ folders, runs, begin, operatorGroup: 'operators', newId: () => newRunId }),
        event: onEvent({ folders, runs, begin, log }),
      };
    },
    /** Each workflow that was started: its name and its steps. */
    started: () => launched().map(({ name, input }) => [name, JSON.parse(input).steps]),
    startedBy: (): Promise<PipelineRunRecord['startedBy'][]> =>
      Promise.all(launched().map(async ({ name }) => (await runs.get(name))?.startedBy as never)),
    close: () => Promise.all([tables.close(), world.close()]),
  };
};
