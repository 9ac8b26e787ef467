import { BatchExecuteStatementCommand, type RedshiftDataClient } from '@aws-sdk/client-redshift-data';
import type { SFNClient } from '@aws-sdk/client-sfn';
import { InvalidTemplate, QueryFailed, RunNotFound, Unavailable } from '@readout/runtime/errors.ts';
import { describePipeline } from '@readout/runtime/pipeline/parse-pipeline.ts';
import { PIPELINE_FILE, pipelinePrefix } from '@readout/runtime/pipeline/pipeline-id.ts';
import type { PipelineFolders } from '@readout/runtime/pipeline/pipelines-in.ts';
import {
  type BoundScript,
  bindScript,
  type Constants,
  readScript,
} from '@readout/runtime/pipeline/script.ts';
import { hasEnded, type PipelineRunRecord } from '@readout/runtime/pipeline-runs/pipeline-run-record.ts';
import type { PipelineRuns } from '@readout/runtime/pipeline-runs/pipeline-runs.ts';
import {
  clientTokenOf,
  type ScriptKey,
  statementNameOf,
} from '@readout/runtime/pipeline-runs/script-statement.ts';
import { releaseToken } from '@readout/runtime/pipeline-runs/task-token.ts';
import type { TellPipelineRun } from '@readout/runtime/pipeline-runs/tell-pipeline-run.ts';
import { invalidFile } from '@readout/runtime/report/invalid-file.ts';
import { Problem } from '@readout/runtime/report/problem.ts';
import { stopStatement } from '@readout/runtime/statements/stop-statement.ts';
import type { Warehouse } from '@readout/runtime/warehouse.ts';
import { z } from 'zod';

interface Deps {
  runs: Pick<PipelineRuns, 'beginScript' | 'nameStatement' | 'endScript' | 'get'>;
  folders: Pick<PipelineFolders, 'read'>;
  redshift: RedshiftDataClient;
  states: SFNClient;
  warehouse: Warehouse;
  constants: Constants;
  stackName: string;
  tell: TellPipelineRun;
  now(): Date;
}

/** What the workflow says: which script of which run, and the token that its state waits with. */
const Input = z.strictObject({ runId: z.string(), script: z.string(), token: z.string() });

/**
 * Sends one script to Redshift as one transaction, and is done: the completion event lets the workflow go on. The token is
 * kept before the batch is sent, so that no event comes too early for it. It may be done again: the client token
 * gives the same batch, and a script that has ended meanwhile releases the new token at once. Throws InvalidTemplate,
 * InvalidInput, QueryFailed, Unavailable.
 */
export const runScript =
  (deps: Deps) =>
  async (input: unknown): Promise<void> => {
    const { token, ...key } = Input.parse(input);
    const begun = await deps.runs.beginScript(key.runId, key.script, token, deps.now());
    if (!begun) return giveUp(deps, key, token);
    await deps.tell(begun);
    const bound = await bind(deps, begun, key.script);
    const statementId = await send(deps, key, bound);
    const named = await deps.runs.nameStatement(key.runId, key.script, statementId, deps.now());
    if (!named) return;
    // Whoever cancelled before it had a name did not find it.
    if (named.cancelledBy !== undefined) await stopStatement(deps.redshift, statementId);
    await deps.tell(named);
  };

/** It has ended, or its run is to go no further. */
async function giveUp({ runs, states, tell, now }: Deps, { runId, script }: ScriptKey, token: string) {
  const cancelled = await runs.endScript(runId, script, { status: 'cancelled', at: now() });
  const record = cancelled ?? (await runs.get(runId));
  const found = record?.scripts[script];
  if (!record || !found) throw new RunNotFound(`There is no script ${script} of a run ${runId}.`);
  await releaseToken(states, { ...found, token });
  if (cancelled && !hasEnded(cancelled)) await tell(cancelled);
}

/** As the files are now: whoever mends a script runs it again, and the rest of the run is to be of one piece with it. */
async function bind(
  { folders, constants }: Deps,
  { pipeline: id, values }: PipelineRunRecord,
  script: string,
): Promise<BoundScript> {
  const folder = await folders.read(id);
  const { pipeline } = describePipeline(id, folder.get(PIPELINE_FILE) ?? '', [...folder.keys()]);
  const file = `${script}.sql`;
  const text = folder.get(file);
  const key = `${pipelinePrefix(id)}${file}`;
  if (text === undefined) throw new InvalidTemplate(`${key} is no longer there.`);
  try {
    return bindScript(readScript(text, pipeline.parameters), pipeline, values, constants);
  } catch (error) {
    throw error instanceof Problem ? invalidFile(key, text, error) : error;
  }
}

async function send(
  { redshift, warehouse, stackName }: Deps,
  key: ScriptKey,
  { sqls, parameters }: BoundScript,
): Promise<string> {
  try {
    const { Id = '' } = await redshift.send(
      new BatchExecuteStatementCommand({
        ...warehouse,
        Sqls: sqls,
        ...(parameters.length > 0 && { Parameters: parameters }),
        ExecutionMode: 'TRANSACTION',
        StatementName: statementNameOf(stackName, key),
        ClientToken: clientTokenOf(key),
        WithEvent: true,
      }),
    );
    return Id;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    if (error.name === 'ValidationException') throw new QueryFailed(error.message);
    if (error.name === 'ActiveStatementsExceededException')
      throw new Unavailable('Redshift is busy. Try again in a few minutes.');
    throw error;
  }
}
