import { type SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import type { Caller } from './caller.ts';
import type { Inputs } from './contracts.ts';
import { cursorAt } from './cursor.ts';
import { Unavailable } from './errors.ts';
import type { Log } from './logger.ts';
import type { RunRecord } from './run-record.ts';
import type { Runs } from './runs.ts';

/** What a run is asked for with. */
export interface RunOrder {
  report: string;
  /** The report's title; its id where the template has not been read yet. */
  title: string;
  inputs: Inputs;
  topic?: string;
  requestId?: string;
  caller: Caller;
}

export interface StartRunDeps {
  runs: Pick<Runs, 'create' | 'transition'>;
  states: SFNClient;
  workflowArn: string;
  log: Log;
  newId(): string;
  now(): Date;
}

export type StartRun = (order: RunOrder) => Promise<RunRecord>;

/** How long a run is remembered, in seconds: 30 days. */
const KEPT = 30 * 24 * 3600;

/**
 * The one way a run starts: it is recorded as queued, then its workflow is started under the run's own id. A run
 * whose workflow does not start is failed, never left queued; then this throws Unavailable.
 */
export const startRun =
  ({ runs, states, workflowArn, log, newId, now }: StartRunDeps): StartRun =>
  async (order) => {
    const record = queued(order, newId(), now());
    await runs.create(record);
    const { runId, report, inputs } = record;
    const input = JSON.stringify({ runId, report, inputs, caller: order.caller });
    try {
      await states.send(new StartExecutionCommand({ stateMachineArn: workflowArn, name: runId, input }));
    } catch (cause) {
      const failure = new Unavailable('The run could not be started. Try again in a moment.');
      log.error(`The workflow of run ${runId} did not start.`, cause as Error);
      const { name, message } = failure;
      await runs.transition(runId, { status: 'failed', at: now(), error: { name, message } });
      throw failure;
    }
    log.info('A run was started.', { runId, report });
    return record;
  };

const queued = ({ caller, ...order }: RunOrder, runId: string, at: Date): RunRecord => ({
  runId,
  ...order,
  status: 'queued',
  cursor: cursorAt(at, runId),
  createdAt: at.toISOString(),
  owner: caller.id,
  ownerEmail: caller.email,
  expiresAt: Math.floor(at.getTime() / 1000) + KEPT,
});
