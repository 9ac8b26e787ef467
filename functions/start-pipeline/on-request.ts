import { AccessDenied, NothingToRetry } from '@readout/runtime/errors.ts';
import { GivenInputs } from '@readout/runtime/given-inputs.ts';
import { parse } from '@readout/runtime/parse.ts';
import { parsePipeline } from '@readout/runtime/pipeline/parse-pipeline.ts';
import type { PipelineFolders } from '@readout/runtime/pipeline/pipelines-in.ts';
import { type PipelineRunRecord, toPipelineRun } from '@readout/runtime/pipeline-runs/pipeline-run-record.ts';
import type { PipelineRuns } from '@readout/runtime/pipeline-runs/pipeline-runs.ts';
import { seenRun } from '@readout/runtime/pipeline-runs/seen-run.ts';
import { mayRun } from '@readout/runtime/report/access.ts';
import type { RestAction, RestRequest } from '@readout/runtime/rest.ts';
import { z } from 'zod';
import type { BeginRun } from './begin-run.ts';

interface Deps {
  folders: Pick<PipelineFolders, 'read'>;
  runs: Pick<PipelineRuns, 'get'>;
  begin: BeginRun;
  operatorGroup: string;
  newId(): string;
}

const RunBody = z.strictObject({ inputs: GivenInputs });

/**
 * `POST /pipelines/{pipeline}/runs`, and `POST /pipeline-runs/{runId}/retry`, which goes on from the step that failed; a
 * run's address is relative to the request's. Throws PipelineNotFound, RunNotFound, AccessDenied, NothingToRetry, and what
 * beginning a run throws.
 */
export const onRequest =
  (deps: Deps): RestAction =>
  async (request) => {
    const { runId } = request.path;
    const begun = runId === undefined ? await start(deps, request) : await retry(deps, request, runId);
    const location = runId === undefined ? `../../pipeline-runs/${begun.runId}` : `../${begun.runId}`;
    return { status: 202, headers: { location }, body: toPipelineRun(begun) };
  };

async function start(deps: Deps, request: RestRequest): Promise<PipelineRunRecord> {
  const { caller, path, body } = request;
  const { inputs } = parse(RunBody, body());
  const template = await allowed(deps, request, path.pipeline ?? '');
  const startedBy = { kind: 'person' as const, email: caller.email };
  return deps.begin({ runId: deps.newId(), template, inputs, startedBy });
}

async function retry(deps: Deps, request: RestRequest, runId: string): Promise<PipelineRunRecord> {
  const { caller } = request;
  const found = await seenRun(deps, runId, caller);
  if (found.status !== 'failed' && found.status !== 'cancelled')
    throw new NothingToRetry('Only a pipeline run that has failed or was cancelled can be run again.');
  const template = await allowed(deps, request, found.pipeline);
  const { inputs, values, resolved } = found;
  return deps.begin({
    runId: deps.newId(),
    template,
    inputs,
    startedBy: { kind: 'person', email: caller.email },
    retry: { of: runId, from: firstUndone(found), values, ...(resolved && { resolved }) },
  });
}

/** Seeing is for operators too, starting is for those whom the pipeline is for. */
async function allowed({ folders }: Deps, { caller }: RestRequest, id: string) {
  const template = parsePipeline(id, await folders.read(id));
  if (!mayRun(template.pipeline, caller))
    throw new AccessDenied(`The pipeline ${id} is for other groups than yours.`);
  return template;
}

/** The number of the first step of which not every script has succeeded. */
function firstUndone({ scripts, from = 0 }: PipelineRunRecord): number {
  const undone = Object.values(scripts).filter(
    ({ number, status }) => number >= from && status !== 'succeeded',
  );
  return Math.min(...undone.map(({ number }) => number));
}
