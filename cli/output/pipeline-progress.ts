import type { PipelineRun, ScriptRun } from '@readout/runtime/contracts.ts';

/** Says how a run of a pipeline goes: a line for each change of the run and of each of its scripts. */
export function pipelineProgress(say: (line: string) => void): (run: PipelineRun) => void {
  const said = new Map<string, string>();
  const tell = (name: string, one: PipelineRun | ScriptRun, at = ''): void => {
    const { status } = one;
    if (status === 'waiting' || said.get(name) === status) return;
    said.set(name, status);
    say(`${name}: ${status}${took(one)}${at}`);
  };
  return (run) => {
    const hasEnded = run.endedAt !== undefined;
    if (!hasEnded) tell(run.pipeline, run);
    for (const script of run.scripts) tell(script.script, script, placeOf(script));
    if (hasEnded) tell(run.pipeline, run);
  };
}

const took = ({ startedAt, endedAt }: Pick<ScriptRun, 'startedAt' | 'endedAt'>): string =>
  startedAt && endedAt ? ` after ${((Date.parse(endedAt) - Date.parse(startedAt)) / 1000).toFixed(1)} s` : '';

/** As editors and terminals open it. */
const placeOf = ({ script, error }: ScriptRun): string =>
  error?.at ? ` at ${script}.sql:${error.at.line}:${error.at.column}` : '';
