import type { ErrorName, Inputs, Pipeline } from '@readout/runtime/contracts.ts';
import { derivedId } from '@readout/runtime/derived-id.ts';
import { isKnown, Unavailable } from '@readout/runtime/errors.ts';
import type { Log } from '@readout/runtime/logger.ts';
import { parsePipeline } from '@readout/runtime/pipeline/parse-pipeline.ts';
import type { PipelineFolders } from '@readout/runtime/pipeline/pipelines-in.ts';
import { describedIn } from '@readout/runtime/pipeline/pipelines-in.ts';
import type { Start } from '@readout/runtime/pipeline-runs/pipeline-run-record.ts';
import type { PipelineRuns } from '@readout/runtime/pipeline-runs/pipeline-runs.ts';
import { z } from 'zod';
import type { BeginRun } from './begin-run.ts';

interface Deps {
  folders: Pick<PipelineFolders, 'list' | 'read' | 'readFile'>;
  runs: Pick<PipelineRuns, 'get' | 'follow'>;
  begin: BeginRun;
  log: Log;
}

const ScheduleEvent = z.strictObject({
  schedule: z.strictObject({
    pipeline: z.string(),
    cron: z.string(),
    timeZone: z.string(),
    inputs: z.record(z.string(), z.custom<Inputs[string]>()),
  }),
  /** The scheduler's id of this one time. */
  execution: z.string(),
});

const ObjectEvent = z.object({
  id: z.string(),
  source: z.literal('aws.s3'),
  detail: z.object({ object: z.object({ key: z.string() }) }),
});

const EndEvent = z.object({
  source: z.literal('readout'),
  'detail-type': z.literal('Pipeline Run Status Change'),
  detail: z.object({ pipeline: z.string(), runId: z.string(), status: z.string() }),
});

const WantedEvent = z.object({
  source: z.literal('readout'),
  'detail-type': z.literal('Pipeline Run Wanted'),
  detail: z.object({ start: z.custom<Start>() }),
});

/** What starts pipelines without a person: their schedule, an object that arrived, the end of another or of their own run. */
const StartEvent = z.union([ScheduleEvent, ObjectEvent, EndEvent, WantedEvent]);

/**
 * Starts the pipelines that wait for an event. What is wrong with one of them, or that it runs already, is logged and
 * hinders no other. Throws what time may cure, so that Lambda tries again; and in the end what a change of its files may
 * cure, so that the event is kept, and can be replayed then: what it has started it starts no second time.
 */
export const onEvent =
  (deps: Deps) =>
  async (input: unknown): Promise<void> => {
    const broken: string[] = [];
    for (const start of await startsOf(deps, StartEvent.parse(input))) {
      try {
        const template = parsePipeline(start.pipeline, await deps.folders.read(start.pipeline));
        const { inputs, startedBy } = start;
        const { parameters } = template.pipeline;
        await deps.begin({
          runId: derivedId(start.pipeline, start.cause),
          template,
          inputs: startedBy.kind === 'pipeline' ? shared(inputs, parameters) : inputs,
          startedBy,
        });
      } catch (error) {
        if (!isKnown(error) || error.name === 'Unavailable') throw error;
        if (error.name === 'PipelineBusy' && (await waits(deps, start))) continue;
        deps.log.error(`The pipeline ${start.pipeline} was not started: ${error.message}`, {
          cause: start.cause,
          error: error.name,
        });
        if (CURABLE.includes(error.name)) broken.push(start.pipeline);
      }
    }
    if (broken.length > 0) throw new Error(`Not started, because of their files: ${broken.join(', ')}.`);
  };

/** What is wrong with the files of a pipeline, or with the inputs that they say. */
const CURABLE: readonly ErrorName[] = ['InvalidTemplate', 'InvalidInput'];

/**
 * What an object or another pipeline has brought is not to be lost because the pipeline is at the former: it is begun once
 * more when that run has ended, however much has come meanwhile. A schedule comes again by itself.
 */
async function waits({ runs, log }: Deps, start: Start): Promise<boolean> {
  if (start.startedBy.kind === 'schedule') return false;
  if (!(await runs.follow(start))) throw new Unavailable(`The pipeline ${start.pipeline} has just ended.`);
  log.info('A pipeline runs already, and is started again when it has ended.', {
    pipeline: start.pipeline,
    cause: start.cause,
  });
  return true;
}

async function startsOf(deps: Deps, event: z.output<typeof StartEvent>): Promise<Start[]> {
  if ('schedule' in event) {
    const { pipeline, cron, timeZone, inputs } = event.schedule;
    const startedBy = { kind: 'schedule' as const, cron, timeZone };
    return [{ pipeline, cause: `schedule ${event.execution}`, inputs, startedBy }];
  }
  if (event.source === 'readout' && event['detail-type'] === 'Pipeline Run Wanted')
    return [event.detail.start];
  const waiting = await described(deps);
  if (event.source === 'aws.s3') {
    const { key } = event.detail.object;
    return waiting
      .filter(({ trigger }) => trigger && key.startsWith(trigger.prefix))
      .map(({ id }) => ({
        pipeline: id,
        cause: `object ${event.id}`,
        inputs: {},
        startedBy: { kind: 'object', key },
      }));
  }
  const { pipeline, runId, status } = event.detail;
  if (status !== 'succeeded') return [];
  const inputs = (await deps.runs.get(runId))?.inputs ?? {};
  return waiting
    .filter(({ after }) => after?.includes(pipeline))
    .map(({ id }) => ({
      pipeline: id,
      cause: `pipeline ${runId}`,
      inputs,
      startedBy: { kind: 'pipeline', pipeline, runId },
    }));
}

/** Those whose file can be read; `npm run sql` and the list of pipelines say what is wrong with others. */
async function described({ folders }: Deps): Promise<Pipeline[]> {
  const read = [...(await folders.list())].map(async ([id]) => {
    try {
      return [await describedIn(folders, id)];
    } catch (error) {
      if (!isKnown(error)) throw error;
      return [];
    }
  });
  return (await Promise.all(read)).flat();
}

/** Along a chain, inputs go on to who asks for them by the same name. */
const shared = (inputs: Inputs, parameters: Pipeline['parameters']): Inputs =>
  Object.fromEntries(
    Object.entries(inputs).filter(([given]) => parameters.some(({ name }) => name === given)),
  );
