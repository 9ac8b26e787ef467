import { type SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import type { RunRecord } from './run-record.ts';

export interface LaunchRunDeps {
  states: SFNClient;
  workflowArn: string;
}

/** Starts the workflow of a run. */
export type LaunchRun = (run: RunRecord) => Promise<void>;

/**
 * The execution bears the run's own id. An Express workflow may be started again under one name; that is harmless
 * at any time, because every step of it finds what an earlier one has done.
 */
export const runLauncher =
  ({ states, workflowArn }: LaunchRunDeps): LaunchRun =>
  async ({ runId, report, inputs, caller, fresh = false, createdAt, download }) => {
    const input = JSON.stringify({ runId, report, inputs, caller, fresh, createdAt, download });
    await states.send(new StartExecutionCommand({ stateMachineArn: workflowArn, name: runId, input }));
  };
