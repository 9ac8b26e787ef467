import type { Log } from '@readout/runtime/logger.ts';
import {
  type AskDeps,
  askRedshift,
  type EndState,
  endingOf,
} from '@readout/runtime/pipeline-runs/ask-redshift.ts';
import type { ConcludeScript } from '@readout/runtime/pipeline-runs/conclude-script.ts';
import { hasEnded, type ScriptEnding } from '@readout/runtime/pipeline-runs/pipeline-run-record.ts';
import type { PipelineRuns } from '@readout/runtime/pipeline-runs/pipeline-runs.ts';
import { type ScriptKey, scriptOf } from '@readout/runtime/pipeline-runs/script-statement.ts';
import {
  detailOfState,
  type StateFailure as Failure,
  StateFailure,
} from '@readout/runtime/pipeline-runs/state-failure.ts';
import { stopStatement } from '@readout/runtime/statements/stop-statement.ts';
import { z } from 'zod';

interface Deps extends AskDeps {
  runs: Pick<PipelineRuns, 'get'>;
  conclude: ConcludeScript;
  log: Log;
}

/** Redshift's word of a batch that has ended, or the workflow's of a script that it waits for no more. */
const EndEvent = z.union([
  z.object({
    source: z.literal('aws.redshift-data'),
    detail: z.object({
      statementName: z.string(),
      statementId: z.string(),
      state: z.enum(['FINISHED', 'FAILED', 'ABORTED']),
    }),
  }),
  z.strictObject({ runId: z.string(), script: z.string(), failure: StateFailure }),
]);

/**
 * Records how a script ended and lets its workflow go on. What comes twice, or late, changes nothing. Throws whatever goes
 * wrong, so that Lambda tries again and keeps in the dead-letter queue what it cannot handle.
 */
export const endScript =
  (deps: Deps) =>
  async (input: unknown): Promise<void> => {
    const event = EndEvent.parse(input);
    if ('failure' in event) return giveUp(deps, event, event.failure);
    const { statementName, statementId, state } = event.detail;
    const key = scriptOf(statementName);
    const ending = key && (await endingIn(deps, key, { statementId, state }));
    if (!ending || !(await deps.conclude(key.runId, key.script, ending)))
      deps.log.warn('There is no script of this name.', { statementName });
  };

/** The event does not say why a batch failed, so that is asked for. */
async function endingIn(
  deps: AskDeps,
  key: ScriptKey,
  { statementId, state }: { statementId: string; state: EndState },
): Promise<ScriptEnding> {
  const told = endingOf(state, undefined, deps.now());
  if (state !== 'FAILED') return told;
  const found = await askRedshift(deps, key, statementId);
  return typeof found === 'string' ? told : found;
}

/** The script could not be sent, or took too long: what runs of it is stopped. One that has ended stays as it is. */
async function giveUp(
  { runs, conclude, redshift, now }: Deps,
  { runId, script }: ScriptKey,
  failure: Failure,
): Promise<void> {
  const found = (await runs.get(runId))?.scripts[script];
  if (!found || hasEnded(found)) return;
  if (found.statementId !== undefined) await stopStatement(redshift, found.statementId);
  await conclude(runId, script, { status: 'failed', at: now(), error: detailOfState(failure) });
}
