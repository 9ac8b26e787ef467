import type { Definition } from './definition.ts';
import { History, inputData, outputData, Trail } from './history.ts';
import { runStates } from './machine.ts';
import { asStateError, Interrupted } from './state-error.ts';
import type { Environment, ExecutionContext } from './thread.ts';
import { withDeadline } from './timers.ts';
import { Variables } from './variables.ts';

/** How an execution ended, in DescribeExecution's words. */
export type Ending =
  | { status: 'SUCCEEDED'; output: unknown }
  | { status: 'FAILED' | 'ABORTED' | 'TIMED_OUT'; error?: string; cause?: string };

export interface ExecutionInput {
  definition: Definition;
  input: unknown;
  context: ExecutionContext;
  environment: Environment;
  history?: History;
  /** Aborted with an `Interrupted` to stop the execution. */
  signal: AbortSignal;
  /** The least of the definition's TimeoutSeconds and the type's own limit. */
  timeoutSeconds?: number;
}

/** Runs a whole execution and writes its history. Never rejects: a failure is an ending. */
export const runExecution = async (options: ExecutionInput): Promise<Ending> => {
  const { definition, input, context, environment, signal, timeoutSeconds } = options;
  const history = options.history ?? new History(environment.clock);
  const trail = new Trail(history);
  history.record('ExecutionStarted', 0, {
    executionStartedEventDetails: { ...inputData(input), roleArn: context.Execution.RoleArn },
  });
  const late = new Interrupted('TIMED_OUT');
  const ending = await withDeadline(
    { seconds: timeoutSeconds, late, timeout: environment.timeout, signal },
    async (limited) => {
      const variables = new Variables();
      const thread = { environment, history, trail, context, variables, signal: limited, runStates };
      return runStates(definition, input, thread);
    },
  ).then((output): Ending => ({ status: 'SUCCEEDED', output }), failed);
  // A deadline settles before the states it aborted have written their last events.
  await new Promise((settled) => setImmediate(settled));
  recordEnding(trail, ending);
  return ending;
};

const failed = (error: unknown): Ending => {
  if (error instanceof Interrupted) return { status: error.status, ...error.detail };
  const { name, cause } = asStateError(error);
  return { status: 'FAILED', error: name, ...(cause !== undefined && { cause }) };
};

const recordEnding = (trail: Trail, ending: Ending): void => {
  if (ending.status === 'SUCCEEDED') {
    trail.add('ExecutionSucceeded', { executionSucceededEventDetails: outputData(ending.output) });
    return;
  }
  const { status, ...details } = ending;
  if (status === 'FAILED') trail.add('ExecutionFailed', { executionFailedEventDetails: details });
  else if (status === 'ABORTED') trail.add('ExecutionAborted', { executionAbortedEventDetails: details });
  else trail.add('ExecutionTimedOut', { executionTimedOutEventDetails: details });
};
