import type { Inputs, StartedBy } from '@readout/runtime/contracts.ts';
import { NothingToRetry, PipelineBusy, Unavailable } from '@readout/runtime/errors.ts';
import { chosenInputs } from '@readout/runtime/inputs.ts';
import type { Log } from '@readout/runtime/logger.ts';
import type { PipelineTemplate } from '@readout/runtime/pipeline/parse-pipeline.ts';
import { bindScript, type Constants } from '@readout/runtime/pipeline/script.ts';
import type { LaunchPipelineRun } from '@readout/runtime/pipeline-runs/launch-pipeline-run.ts';
import type { PipelineRunRecord, ScriptRecord } from '@readout/runtime/pipeline-runs/pipeline-run-record.ts';
import type { PipelineRuns } from '@readout/runtime/pipeline-runs/pipeline-runs.ts';
import type { TellPipelineRun } from '@readout/runtime/pipeline-runs/tell-pipeline-run.ts';
import { secondsOf } from '@readout/runtime/report/duration.ts';
import { validateInputs } from '@readout/runtime/report/validate-inputs.ts';

export interface BeginDeps {
  runs: Pick<PipelineRuns, 'create' | 'get' | 'end'>;
  launch: LaunchPipelineRun;
  tell: TellPipelineRun;
  constants: Constants;
  /** The IANA time zone whose day relative dates are counted from. */
  timeZone: string;
  log: Log;
  now(): Date;
}

/** What a run is begun with. */
export interface Order {
  /** Given so that the same cause begins one run, however often it is told. */
  runId: string;
  template: PipelineTemplate;
  inputs: object;
  startedBy: StartedBy;
  /** Of a retry: which run's, the step to begin with, and what was bound then. */
  retry?: { of: string; from: number; values: Inputs; resolved?: Inputs };
}

export type BeginRun = (order: Order) => Promise<PipelineRunRecord>;

/** How long a run is remembered, in seconds: 90 days. */
const KEPT = 90 * 24 * 3600;
/** Of one script, when its pipeline does not say. The Data API ends a statement then. */
const TIMEOUT = '24h';

/**
 * The one way a run of a pipeline begins: it is recorded as queued, then its workflow is started under the run's own id.
 * Should this end between the two, reconcile starts the workflow. Throws InvalidInput, InvalidTemplate, PipelineBusy,
 * NothingToRetry, Unavailable; then nothing runs.
 */
export const runBeginning =
  (deps: BeginDeps): BeginRun =>
  async (order) => {
    const { runs, launch, tell, log } = deps;
    const record = newRecord(deps, order);
    const { runId, pipeline } = record;
    const made = await runs.create(record);
    if (made === 'busy') throw new PipelineBusy(`The pipeline ${pipeline} is running already.`);
    if (made === 'exists') return launchAgain(deps, (await runs.get(runId)) ?? record);
    try {
      await launch(record);
    } catch (cause) {
      const failure = new Unavailable('The pipeline could not be started. Try again in a moment.');
      log.error(`The workflow of pipeline run ${runId} did not start.`, cause as Error);
      const { name, message } = failure;
      await runs.end(record, { status: 'failed', at: deps.now(), error: { name, message } });
      throw failure;
    }
    log.info('A pipeline was started.', { runId, pipeline, startedBy: record.startedBy.kind });
    await tell(record);
    return record;
  };

/** The same cause came again: it may have got no further than the record before. */
async function launchAgain({ launch }: BeginDeps, record: PipelineRunRecord): Promise<PipelineRunRecord> {
  if (record.status === 'queued') await launch(record);
  return record;
}

function newRecord({ constants, timeZone, now }: BeginDeps, order: Order): PipelineRunRecord {
  const { template, inputs, startedBy, retry, runId } = order;
  const { pipeline, notices, scripts } = template;
  const at = now();
  const { values, resolved } = validateInputs({ report: { ...pipeline } }, retry?.values ?? inputs, {
    at,
    timeZone,
  });
  // All that Redshift is not asked for is refused before anything runs.
  for (const script of scripts.values()) bindScript(script, pipeline, values, constants);
  const dates = retry?.resolved ?? resolved;
  return {
    runId,
    pipeline: pipeline.id,
    title: pipeline.title,
    status: 'queued',
    version: 1,
    startedBy,
    inputs: chosenInputs(inputs),
    values,
    ...(Object.keys(dates).length > 0 && { resolved: dates }),
    scripts: planOf(template, retry?.from),
    createdAt: at.toISOString(),
    changedAt: at.toISOString(),
    ...(pipeline.access && { access: pipeline.access }),
    ...(retry && { retryOf: retry.of, from: retry.from }),
    writes: pipeline.writes ?? [],
    notices,
    timeoutSeconds: secondsOf(pipeline.timeout ?? TIMEOUT),
    alone: pipeline.overlap === 'refuse',
    open: 'open',
    expiresAt: Math.floor(at.getTime() / 1000) + KEPT,
  };
}

/** Every script waits; before the step that a retry begins with, it is skipped. */
function planOf({ pipeline }: PipelineTemplate, from = 0): Record<string, ScriptRecord> {
  if (!pipeline.steps.some(({ number }) => number >= from))
    throw new NothingToRetry(`The pipeline ${pipeline.id} has no step ${from} any more. Start it anew.`);
  return Object.fromEntries(
    pipeline.steps.flatMap(({ number, scripts }) =>
      scripts.map((name): [string, ScriptRecord] => [
        name,
        { number, status: number < from ? 'skipped' : 'waiting' },
      ]),
    ),
  );
}
