import type { PipelineRunStatus } from '@readout/runtime/contracts.ts';
import { RunNotFound } from '@readout/runtime/errors.ts';
import type { FinishPipelineRun } from '@readout/runtime/pipeline-runs/finish-pipeline-run.ts';
import { detailOfState, StateFailure } from '@readout/runtime/pipeline-runs/state-failure.ts';
import { z } from 'zod';

/** The workflow's last word: all of its scripts have ended, or it cannot go on. */
const Input = z.strictObject({ runId: z.string(), failure: StateFailure.optional() });

/** What the workflow throws by itself when a script has failed, which says why. */
const SCRIPT_FAILED = 'ScriptFailed';

/** Ends the run and does all that follows; answers how it ended. Throws RunNotFound, Unavailable. */
export const finishPipeline =
  ({ finish }: { finish: FinishPipelineRun }) =>
  async (input: unknown): Promise<{ status: PipelineRunStatus; message?: string }> => {
    const { runId, failure } = Input.parse(input);
    const ended = await finish(
      runId,
      failure && failure.Error !== SCRIPT_FAILED ? detailOfState(failure) : undefined,
    );
    if (!ended) throw new RunNotFound(`There is no pipeline run ${runId}.`);
    const { status, error } = ended;
    return { status, ...(error && { message: error.message }) };
  };
