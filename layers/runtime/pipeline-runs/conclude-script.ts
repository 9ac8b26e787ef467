import type { SFNClient } from '@aws-sdk/client-sfn';
import type { ScriptEnding } from './pipeline-run-record.ts';
import type { PipelineRuns } from './pipeline-runs.ts';
import { releaseToken } from './task-token.ts';
import type { TellPipelineRun } from './tell-pipeline-run.ts';

export interface ConcludeScriptDeps {
  runs: Pick<PipelineRuns, 'get' | 'endScript'>;
  states: SFNClient;
  tell: TellPipelineRun;
}

/** Records how a script ended, once, and lets its workflow go on. Answers whether there is such a script. */
export type ConcludeScript = (runId: string, script: string, ending: ScriptEnding) => Promise<boolean>;

/** Whoever comes again, or after another has died half-way, releases the workflow with what is recorded. */
export const scriptConclusion =
  ({ runs, states, tell }: ConcludeScriptDeps): ConcludeScript =>
  async (runId, script, ending) => {
    const changed = await runs.endScript(runId, script, ending);
    const record = changed ?? (await runs.get(runId));
    const found = record?.scripts[script];
    if (!record || !found) return false;
    await releaseToken(states, found);
    if (changed) await tell(record);
    return true;
  };
