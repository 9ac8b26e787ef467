import type { Definition, State } from './interpreter/definition.ts';
import { runWorkflow, type WorkflowRun } from './run-workflow.ts';

/** For tests: a definition of these states that starts at the first of them. */
export const workflow = (States: Record<string, State>, rest: Partial<Definition> = {}): Definition => ({
  QueryLanguage: 'JSONata',
  StartAt: Object.keys(States)[0] as string,
  States,
  ...rest,
});

/** For tests: a Resource that any replaced task may have. */
export const call = 'arn:aws:states:::lambda:invoke';

/** For tests: runs states with their tasks replaced. */
export const run = (
  States: Record<string, State>,
  { tasks = {}, input = {}, ...rest }: Partial<WorkflowRun> = {},
) => runWorkflow({ definition: workflow(States), input, tasks, ...rest });
