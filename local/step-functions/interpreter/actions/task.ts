import { isTooLarge, resultTooLarge, stateTooLarge } from '../data-limit.ts';
import type { TaskState } from '../definition.ts';
import { evaluateTo } from '../expressions.ts';
import { historyNames, parseResource } from '../resource.ts';
import { asStateError, StateError } from '../state-error.ts';
import { functionEvents, serviceEvents, type TaskEvents } from '../task-events.ts';
import { withDeadline } from '../timers.ts';
import { type Action, bindingsOf, evaluateField, type Visit } from '../visit.ts';

/** Calls a service with Arguments (by default the state's input) and answers what it gave. */
export const task: Action<TaskState> = async (visit) => {
  const { name, state, thread } = visit;
  const { environment } = thread;
  const resource = parseResource(state.Resource);
  if (!resource) throw new StateError('States.Runtime', `The resource '${state.Resource}' is not known.`);
  const waits = resource.kind === 'service' && resource.pattern === '.waitForTaskToken';
  if (waits) visit.taskToken = environment.newId();
  const settings = await settingsOf(visit);
  if (isTooLarge(settings.arguments)) throw stateTooLarge(name);
  const names = resource.kind === 'service' ? historyNames(resource) : undefined;
  const events = names
    ? serviceEvents(thread.trail, names, environment.region)
    : functionEvents(thread.trail, state.Resource);
  events.scheduled(settings);
  const call = { resource: state.Resource, stateName: name, taskToken: visit.taskToken, ...settings };
  const value = await watched(events, thread.signal, () =>
    withDeadline(
      {
        seconds: settings.timeoutSeconds,
        late: new StateError('States.Timeout'),
        timeout: environment.timeout,
        signal: thread.signal,
      },
      (signal) => environment.runTask({ ...call, signal, submitted: events.submitted }),
    ).then((result = null) => {
      if (isTooLarge(result)) throw resultTooLarge(names?.resourceType ?? state.Resource);
      return result;
    }),
  );
  return { result: { value } };
};

const settingsOf = async (visit: Visit<TaskState>) => {
  const { state, input, thread } = visit;
  const seconds = (value: number | string | undefined, field: string) =>
    value === undefined ? undefined : evaluateTo('number', value, bindingsOf(visit), field);
  const credentials = state.Credentials?.RoleArn;
  return {
    arguments:
      state.Arguments === undefined ? input : await evaluateField(visit, state.Arguments, 'Arguments'),
    timeoutSeconds: await seconds(state.TimeoutSeconds, 'TimeoutSeconds'),
    heartbeatSeconds: await seconds(state.HeartbeatSeconds, 'HeartbeatSeconds'),
    roleArn:
      credentials === undefined
        ? thread.context.Execution.RoleArn
        : await evaluateTo('string', credentials, bindingsOf(visit), 'Credentials/RoleArn'),
  };
};

/** Runs the call and writes into history how it ended. */
const watched = async (
  events: TaskEvents,
  signal: AbortSignal,
  call: () => Promise<unknown>,
): Promise<unknown> => {
  events.started();
  try {
    const result = await call();
    events.succeeded(result);
    return result;
  } catch (error) {
    if (signal.aborted) throw error;
    const failure = asStateError(error);
    const late = ['States.Timeout', 'States.HeartbeatTimeout'].includes(failure.name);
    if (late) events.timedOut(failure);
    else events.failed(failure);
    throw failure;
  }
};
