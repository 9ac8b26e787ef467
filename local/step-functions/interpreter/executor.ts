import { actions } from './actions/index.ts';
import { isTooLarge, stateTooLarge } from './data-limit.ts';
import type { Catcher, State } from './definition.ts';
import type { EventType } from './history.ts';
import { inputData, outputData } from './history.ts';
import { retryPlan } from './retry.ts';
import { asStateError, matchesError, QueryEvaluationError, type StateError } from './state-error.ts';
import type { Thread } from './thread.ts';
import { type Action, evaluateField, type StatesExtra, type Visit } from './visit.ts';

/** Where a state leads. `next` is undefined at the end of the workflow. */
export interface Exit {
  output: unknown;
  next?: string;
}

/** Runs one state to its end: attempts, retries, catchers, Assign and Output. Throws StateError when nothing catches. */
export const executeState = async (
  name: string,
  state: State,
  input: unknown,
  thread: Thread,
): Promise<Exit> => {
  const { trail, environment } = thread;
  const enteredEventId = trail.add(`${state.Type}StateEntered`, {
    stateEnteredEventDetails: { name, ...inputData(input) },
  });
  const enteredTime = environment.clock.now().toISOString();
  const visit: Visit = { state, name, input, thread, enteredEventId, enteredTime, retryCount: 0 };
  const retries = retryPlan(state.Retry, environment.random);
  for (;;) {
    try {
      return await attempt(visit);
    } catch (error) {
      if (thread.signal.aborted) throw aborted(visit);
      const failure = describe(error, visit);
      const delay = retries.delayAfter(failure);
      if (delay === undefined) return recover(visit, failure);
      await environment.sleep(delay, thread.signal);
      visit.retryCount += 1;
    }
  }
};

const attempt = async (visit: Visit): Promise<Exit> => {
  const action = actions[visit.state.Type] as Action<State>;
  const { result, next, rule } = await action(visit);
  const { fields, location } = rule ?? { fields: visit.state, location: '' };
  return leave(visit, fields, {
    location,
    next: next ?? visit.state.Next,
    fallback: result ? result.value : visit.input,
    extra: result ? { result: result.value } : {},
  });
};

const recover = async (visit: Visit, failure: StateError): Promise<Exit> => {
  const catchers = visit.state.Catch ?? [];
  const index = catchers.findIndex(({ ErrorEquals }) => matchesError(ErrorEquals, failure));
  if (index < 0) throw failure;
  const catcher = catchers[index] as Catcher;
  const exit = { location: `Catch[${index}]/`, next: catcher.Next, fallback: failure.output };
  try {
    return await leave(visit, catcher, { ...exit, extra: { errorOutput: failure.output } });
  } catch (error) {
    throw describe(error, visit);
  }
};

interface Leaving {
  location: string;
  next: string | undefined;
  /** The output when there is no Output field. */
  fallback: unknown;
  extra: StatesExtra;
}

/** Assign and Output are evaluated side by side: Output sees the variables as they were. */
const leave = async (
  visit: Visit,
  { Assign, Output }: { Assign?: unknown; Output?: unknown },
  { location, next, fallback, extra }: Leaving,
): Promise<Exit> => {
  const assigned = (await evaluateField(visit, Assign ?? {}, `${location}Assign`, extra)) as object;
  const output =
    Output === undefined ? fallback : await evaluateField(visit, Output, `${location}Output`, extra);
  if (isTooLarge(output)) throw stateTooLarge(visit.name);
  visit.thread.variables.assign({ ...assigned });
  visit.thread.trail.add(`${visit.state.Type}StateExited` as EventType, {
    stateExitedEventDetails: { name: visit.name, ...outputData(output), ...assignedData(assigned) },
  });
  return { output, next };
};

const assignedData = (assigned: object) => {
  const variables = Object.entries(assigned).map(([name, value]) => [name, JSON.stringify(value)]);
  if (variables.length === 0) return {};
  return { assignedVariables: Object.fromEntries(variables), assignedVariablesDetails: { truncated: false } };
};

/** An error in the words of Step Functions, with an EvaluationFailed event when an expression was at fault. */
const describe = (error: unknown, { name, thread, enteredEventId }: Visit): StateError => {
  if (!(error instanceof QueryEvaluationError)) return asStateError(error);
  const cause = `An error occurred while executing the state '${name}' (entered at the event id #${enteredEventId}). ${error.cause}`;
  thread.trail.add('EvaluationFailed', {
    evaluationFailedEventDetails: { error: error.name, cause, location: error.location, state: name },
  });
  return new QueryEvaluationError(cause, error.location);
};

const abortable = new Set(['Task', 'Wait', 'Parallel', 'Map']);

const aborted = ({ state, thread }: Visit): unknown => {
  if (abortable.has(state.Type)) thread.trail.add(`${state.Type}StateAborted` as EventType);
  return thread.signal.reason;
};
