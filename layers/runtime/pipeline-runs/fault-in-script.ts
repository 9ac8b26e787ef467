import type { Place } from '../contracts.ts';
import type { Log } from '../logger.ts';
import { describePipeline } from '../pipeline/parse-pipeline.ts';
import { PIPELINE_FILE } from '../pipeline/pipeline-id.ts';
import type { PipelineFolders } from '../pipeline/pipelines-in.ts';
import { bindScriptPieces, type Constants, readScript } from '../pipeline/script.ts';
import { findFault } from '../report/find-fault.ts';
import { placeOf } from '../report/problem.ts';
import type { PipelineRuns } from './pipeline-runs.ts';
import type { ScriptKey } from './script-statement.ts';

/** The statement of a batch that failed. */
export interface FailedStatement {
  /** Its place among those of the batch, from 0. */
  index: number;
  /** As Redshift was sent it. */
  sql?: string;
  /** What the engine says. */
  message: string;
}

/** Where in its file a script failed. */
export type FaultInScript = (key: ScriptKey, failed: FailedStatement) => Promise<Place | undefined>;

export interface FaultInScriptDeps {
  runs: Pick<PipelineRuns, 'get'>;
  folders: Pick<PipelineFolders, 'read'>;
  constants: Constants;
  log: Log;
}

/**
 * Where the engine says it stumbled, else where the statement that failed begins. Where the file no longer makes the SQL
 * that failed, no place is told. Nor is one when it cannot be looked for: a script ends all the same.
 */
export const faultInScript =
  ({ runs, folders, constants, log }: FaultInScriptDeps): FaultInScript =>
  async ({ runId, script }, { index, sql, message }) => {
    try {
      const run = await runs.get(runId);
      const folder = run && (await folders.read(run.pipeline));
      const text = folder?.get(`${script}.sql`);
      if (!run || text === undefined) return undefined;
      const yaml = folder?.get(PIPELINE_FILE) ?? '';
      const { pipeline } = describePipeline(run.pipeline, yaml, [...(folder?.keys() ?? [])]);
      const read = readScript(text, pipeline.parameters);
      const bound = bindScriptPieces(read, pipeline, run.values, constants)[index];
      if (!bound || (sql !== undefined && bound.sql !== sql)) return undefined;
      const first = bound.pieces.find(({ kind }) => kind !== 'space' && kind !== 'comment');
      return findFault(text, bound, message) ?? (first && placeOf(text, first.at));
    } catch (cause) {
      log.warn(`The place at which script ${script} failed was not found.`, { runId, cause });
      return undefined;
    }
  };
