import { inputData, outputData, type Trail } from './history.ts';
import type { StateError } from './state-error.ts';

/** What history says of one call, from its plan to its end. */
export interface TaskEvents {
  scheduled(settings: { arguments: unknown; timeoutSeconds?: number; heartbeatSeconds?: number }): void;
  started(): void;
  submitted(output: unknown): void;
  succeeded(output: unknown): void;
  failed(error: StateError): void;
  timedOut(error: StateError): void;
}

const problem = ({ name, cause }: StateError) => ({ error: name, ...(cause !== undefined && { cause }) });

/** Task… events, of every service integration, the optimized Lambda one included. */
export const serviceEvents = (
  trail: Trail,
  names: { resourceType: string; resource: string },
  region: string,
): TaskEvents => ({
  scheduled: ({ arguments: parameters, timeoutSeconds, heartbeatSeconds }) =>
    trail.add('TaskScheduled', {
      taskScheduledEventDetails: {
        ...names,
        region,
        parameters: JSON.stringify(parameters),
        ...(timeoutSeconds !== undefined && { timeoutInSeconds: timeoutSeconds }),
        ...(heartbeatSeconds !== undefined && { heartbeatInSeconds: heartbeatSeconds }),
      },
    }),
  started: () => trail.add('TaskStarted', { taskStartedEventDetails: names }),
  submitted: (output) =>
    trail.add('TaskSubmitted', { taskSubmittedEventDetails: { ...names, ...outputData(output) } }),
  succeeded: (output) =>
    trail.add('TaskSucceeded', { taskSucceededEventDetails: { ...names, ...outputData(output) } }),
  failed: (error) => trail.add('TaskFailed', { taskFailedEventDetails: { ...names, ...problem(error) } }),
  timedOut: (error) =>
    trail.add('TaskTimedOut', { taskTimedOutEventDetails: { ...names, ...problem(error) } }),
});

/** LambdaFunction… events, of a Task whose Resource is a function's ARN. */
export const functionEvents = (trail: Trail, arn: string): TaskEvents => ({
  scheduled: ({ arguments: input, timeoutSeconds }) =>
    trail.add('LambdaFunctionScheduled', {
      lambdaFunctionScheduledEventDetails: {
        resource: arn,
        ...inputData(input),
        ...(timeoutSeconds !== undefined && { timeoutInSeconds: timeoutSeconds }),
      },
    }),
  started: () => trail.add('LambdaFunctionStarted'),
  submitted: () => undefined,
  succeeded: (output) =>
    trail.add('LambdaFunctionSucceeded', { lambdaFunctionSucceededEventDetails: outputData(output) }),
  failed: (error) => trail.add('LambdaFunctionFailed', { lambdaFunctionFailedEventDetails: problem(error) }),
  timedOut: (error) =>
    trail.add('LambdaFunctionTimedOut', { lambdaFunctionTimedOutEventDetails: problem(error) }),
});
