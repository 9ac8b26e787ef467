import { type SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { type PipelineRunRecord, stepsToRun } from './pipeline-run-record.ts';

/** Starts the workflow of a run of a pipeline; one that has been started is as good. */
export type LaunchPipelineRun = (record: PipelineRunRecord) => Promise<void>;

/** The execution bears the run's own id, under which a Standard workflow is started once in 90 days. */
export const pipelineRunLauncher =
  ({ states, workflowArn }: { states: SFNClient; workflowArn: string }): LaunchPipelineRun =>
  async (record) => {
    const { runId, timeoutSeconds } = record;
    const input = JSON.stringify({ runId, steps: stepsToRun(record), timeoutSeconds });
    try {
      await states.send(new StartExecutionCommand({ stateMachineArn: workflowArn, name: runId, input }));
    } catch (error) {
      if (!(error instanceof Error && error.name === 'ExecutionAlreadyExists')) throw error;
    }
  };
