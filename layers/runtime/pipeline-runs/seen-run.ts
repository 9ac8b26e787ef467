import type { Caller } from '../caller.ts';
import { RunNotFound } from '../errors.ts';
import type { PipelineRunRecord } from './pipeline-run-record.ts';
import type { PipelineRuns } from './pipeline-runs.ts';
import { maySee } from './tell-pipeline-run.ts';

export interface SeenRunDeps {
  runs: Pick<PipelineRuns, 'get'>;
  operatorGroup: string;
}

/** A run that the caller may see. Throws RunNotFound alike for one that is missing and one that is for others. */
export async function seenRun(
  { runs, operatorGroup }: SeenRunDeps,
  runId: string,
  { groups }: Pick<Caller, 'groups'>,
): Promise<PipelineRunRecord> {
  const found = await runs.get(runId);
  if (!found || !maySee(found, groups, operatorGroup))
    throw new RunNotFound(`There is no pipeline run ${JSON.stringify(runId.slice(0, 100))}.`);
  return found;
}
