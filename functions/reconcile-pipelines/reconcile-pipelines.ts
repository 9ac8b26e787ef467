import { paginateListStatements } from '@aws-sdk/client-redshift-data';
import { DescribeExecutionCommand, type SFNClient } from '@aws-sdk/client-sfn';
import type { Log } from '@readout/runtime/logger.ts';
import { type AskDeps, askRedshift } from '@readout/runtime/pipeline-runs/ask-redshift.ts';
import type { ConcludeScript } from '@readout/runtime/pipeline-runs/conclude-script.ts';
import type { FinishPipelineRun } from '@readout/runtime/pipeline-runs/finish-pipeline-run.ts';
import type { LaunchPipelineRun } from '@readout/runtime/pipeline-runs/launch-pipeline-run.ts';
import {
  hasEnded,
  type PipelineRunRecord,
  type ScriptRecord,
  scriptsOf,
} from '@readout/runtime/pipeline-runs/pipeline-run-record.ts';
import type { PipelineRuns } from '@readout/runtime/pipeline-runs/pipeline-runs.ts';
import { statementNameOf } from '@readout/runtime/pipeline-runs/script-statement.ts';
import { keepToken } from '@readout/runtime/pipeline-runs/task-token.ts';
import { stopStatement } from '@readout/runtime/statements/stop-statement.ts';
import { tryEach } from '@readout/runtime/try-each.ts';
import { z } from 'zod';

interface Deps extends AskDeps {
  runs: Pick<PipelineRuns, 'get' | 'openBefore' | 'nameStatement'>;
  states: SFNClient;
  workflowArn: string;
  stackName: string;
  conclude: ConcludeScript;
  finish: FinishPipelineRun;
  launch: LaunchPipelineRun;
  log: Log;
}

/** Step Functions' word of an execution that has ended; its name is the run's id. Anything else asks for all runs. */
const ExecutionEnded = z.object({
  source: z.literal('aws.states'),
  detail: z.object({ name: z.string() }),
});

/** A run of this age, in milliseconds, would be under way if all had gone well. */
const AGE = 60_000;
/** A run whose workflow never began is started again for so long, in milliseconds. */
const RELAUNCH = 10 * 60_000;

/**
 * Once a minute, and when an execution ends without its last state: asks Redshift about every script that runs, says to the
 * workflow that it is still at it, and ends those whose event was lost; starts what did not start, and ends runs whose
 * workflow is gone. Each may be done again. Throws in the end when something failed, so that the alarm says so.
 */
export const reconcilePipelines =
  (deps: Deps) =>
  async (input: unknown): Promise<void> => {
    const failures = await tryEach(
      deps.log,
      await concerned(deps, input),
      (record) => tend(deps, record),
      ({ runId }) => `The pipeline run ${runId}`,
    );
    if (failures > 0) throw new Error(`${failures} pipeline runs could not be reconciled.`);
  };

async function concerned({ runs, now }: Deps, input: unknown): Promise<PipelineRunRecord[]> {
  const { data: event } = ExecutionEnded.safeParse(input);
  if (!event) return runs.openBefore(new Date(now().getTime() - AGE));
  const found = await runs.get(event.detail.name);
  return found?.open ? [found] : [];
}

async function tend(deps: Deps, record: PipelineRunRecord): Promise<void> {
  const { runId } = record;
  if (hasEnded(record)) return void (await deps.finish(runId));
  const execution = await executionOf(deps, runId);
  for (const [name, script] of scriptsOf(record))
    if (script.status === 'running') await tendScript(deps, record, name, script);
  if (execution === 'running') return;
  if (execution === 'missing' && isNew(deps, record)) return deps.launch(record);
  deps.log.warn('The workflow of a pipeline run is gone.', { runId, execution });
  await deps.finish(runId);
}

const isNew = ({ now }: Deps, { status, createdAt }: PipelineRunRecord): boolean =>
  status === 'queued' && now().getTime() < Date.parse(createdAt) + RELAUNCH;

/** What has ended is recorded; what runs is kept, or stopped where nobody wants it. */
async function tendScript(
  deps: Deps,
  { runId, cancelledBy }: PipelineRunRecord,
  name: string,
  script: ScriptRecord,
): Promise<void> {
  const { redshift, states, conclude, now } = deps;
  const statementId = script.statementId ?? (await unnamed(deps, runId, name));
  if (statementId === undefined) return; // its state in the workflow has not sent it yet, or fails and says so
  const ended = await askRedshift(deps, { runId, script: name }, statementId);
  if (ended === 'running') {
    if (cancelledBy !== undefined) await stopStatement(redshift, statementId);
    return keepToken(states, script);
  }
  const lost = { name: 'ResultExpired', message: 'Redshift remembers the script no more.' } as const;
  await conclude(runId, name, ended === 'forgotten' ? { status: 'failed', at: now(), error: lost } : ended);
}

/** Sent without being recorded: whoever sent it died. A name is matched by its beginning. */
async function unnamed(
  { redshift, runs, stackName, now }: Deps,
  runId: string,
  script: string,
): Promise<string | undefined> {
  const StatementName = statementNameOf(stackName, { runId, script });
  const pages = paginateListStatements({ client: redshift }, { StatementName, Status: 'ALL' });
  for await (const { Statements = [] } of pages) {
    const found = Statements.find((one) => one.StatementName === StatementName);
    if (!found?.Id) continue;
    await runs.nameStatement(runId, script, found.Id, now());
    return found.Id;
  }
  return undefined;
}

async function executionOf(
  { states, workflowArn }: Deps,
  runId: string,
): Promise<'running' | 'ended' | 'missing'> {
  const executionArn = `${workflowArn.replace(':stateMachine:', ':execution:')}:${runId}`;
  try {
    const { status } = await states.send(new DescribeExecutionCommand({ executionArn }));
    return status === 'RUNNING' ? 'running' : 'ended';
  } catch (error) {
    if (error instanceof Error && error.name === 'ExecutionDoesNotExist') return 'missing';
    throw error;
  }
}
