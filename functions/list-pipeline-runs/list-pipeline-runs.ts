import type { PipelineRunList } from '@readout/runtime/contracts.ts';
import { PipelineNotFound } from '@readout/runtime/errors.ts';
import { isPipelineId } from '@readout/runtime/pipeline/pipeline-id.ts';
import { toPipelineRun } from '@readout/runtime/pipeline-runs/pipeline-run-record.ts';
import type { PipelineRuns } from '@readout/runtime/pipeline-runs/pipeline-runs.ts';
import { seenRun } from '@readout/runtime/pipeline-runs/seen-run.ts';
import { maySee } from '@readout/runtime/pipeline-runs/tell-pipeline-run.ts';
import type { RestAction } from '@readout/runtime/rest.ts';

interface Deps {
  runs: Pick<PipelineRuns, 'get' | 'of'>;
  operatorGroup: string;
}

/**
 * `GET /pipeline-runs/{runId}`: one run. `GET /pipelines/{pipeline}/runs?page=`: those of a pipeline, the newest first, as
 * far as the caller may see them. Throws RunNotFound, PipelineNotFound, InvalidPage.
 */
export const listPipelineRuns =
  ({ runs, operatorGroup }: Deps): RestAction =>
  async ({ caller, path: { runId, pipeline = '' }, query }) => {
    if (runId !== undefined)
      return { body: toPipelineRun(await seenRun({ runs, operatorGroup }, runId, caller)) };
    if (!isPipelineId(pipeline))
      throw new PipelineNotFound(`There is no pipeline ${JSON.stringify(pipeline.slice(0, 100))}.`);
    const { runs: found, next } = await runs.of(pipeline, query.page);
    const body: PipelineRunList = {
      runs: found.filter((one) => maySee(one, caller.groups, operatorGroup)).map(toPipelineRun),
      ...(next !== undefined && { next }),
    };
    return { body };
  };
