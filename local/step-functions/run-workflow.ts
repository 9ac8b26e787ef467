import { systemClock } from '../service.ts';
import type { Definition } from './interpreter/definition.ts';
import { type Ending, runExecution } from './interpreter/execution.ts';
import { History, type RecordedEvent } from './interpreter/history.ts';
import { asStateError, StateError } from './interpreter/state-error.ts';
import type { Environment, TaskCall } from './interpreter/thread.ts';

export { StateError } from './interpreter/state-error.ts';
export type { TaskCall } from './interpreter/thread.ts';

export interface WorkflowRun {
  definition: Definition;
  input: unknown;
  /**
   * Stands for each Task state, by the state's name: gets the evaluated Arguments and answers the task's result, or
   * throws a StateError with the name that Retry and Catch are to see.
   */
  tasks: Record<string, (taskArguments: never, call: TaskCall) => unknown>;
  executionName?: string;
  /** Everything else of the outside world; waits and retries take no time, and timeouts never come, unless replaced. */
  environment?: Partial<Omit<Environment, 'runTask'>>;
}

export type WorkflowResult = Ending & {
  /** The names of the states entered, in order. */
  path: string[];
  /** Every call that was made, retries included. */
  calls: { state: string; resource: string; arguments: unknown }[];
  events: RecordedEvent[];
};

/** Runs a definition without any service: the real interpreter, with the tasks replaced. */
export const runWorkflow = async (run: WorkflowRun): Promise<WorkflowResult> => {
  const { definition, input, tasks, executionName = 'execution' } = run;
  const calls: WorkflowResult['calls'] = [];
  const environment: Environment = {
    ...quiet,
    ...run.environment,
    runTask: async (call) => {
      calls.push({ state: call.stateName, resource: call.resource, arguments: call.arguments });
      const stand = tasks[call.stateName];
      if (!stand) throw new StateError('States.Runtime', `no task stands for the state '${call.stateName}'`);
      try {
        return await stand(call.arguments as never, call);
      } catch (error) {
        throw asStateError(error);
      }
    },
  };
  const history = new History(environment.clock);
  const context = contextFor(executionName, input, environment);
  const signal = new AbortController().signal;
  const timeoutSeconds = definition.TimeoutSeconds;
  const ending = await runExecution({
    definition,
    input,
    context,
    environment,
    history,
    signal,
    timeoutSeconds,
  });
  return { ...ending, path: enteredStates(history), calls, events: history.events };
};

const quiet: Omit<Environment, 'runTask'> = {
  clock: systemClock,
  sleep: async () => undefined,
  timeout: () => new Promise(() => undefined),
  random: () => 0.5,
  newId: () => '00000000-0000-4000-8000-000000000000',
  region: 'us-east-1',
};

const contextFor = (name: string, input: unknown, { clock, region }: Environment) => {
  const arn = `arn:aws:states:${region}:000000000000`;
  return {
    Execution: {
      Id: `${arn}:execution:workflow:${name}`,
      Input: input,
      Name: name,
      RoleArn: 'arn:aws:iam::000000000000:role/workflow',
      StartTime: clock.now().toISOString(),
    },
    StateMachine: { Id: `${arn}:stateMachine:workflow`, Name: 'workflow' },
  };
};

const enteredStates = ({ events }: History): string[] =>
  events.flatMap(({ stateEnteredEventDetails: entered }) => (entered ? [entered.name as string] : []));
