import type { State } from './definition.ts';
import { type Bindings, evaluateTemplate } from './expressions.ts';
import { awsFunctions } from './jsonata-functions.ts';
import type { Thread } from './thread.ts';

/** One stay in one state. */
export interface Visit<S extends State = State> {
  state: S;
  name: string;
  input: unknown;
  thread: Thread;
  enteredEventId: number;
  enteredTime: string;
  retryCount: number;
  taskToken?: string;
}

/** What may join `$states`, depending on the field that is evaluated. */
export interface StatesExtra {
  result?: unknown;
  errorOutput?: unknown;
  mapItem?: { Index: number; Value: unknown };
}

/** What an action leaves for the executor to turn into the state's output. */
export interface Outcome {
  /** `$states.result`; absent where the state has none. */
  result?: { value: unknown };
  /** Where to go, when the state's own `Next` does not say. */
  next?: string;
  /** Whose Assign and Output count, and the place it is named by in errors: a Choice rule's rather than the state's. */
  rule?: { fields: { Assign?: unknown; Output?: unknown }; location: string };
}

export type Action<S extends State> = (visit: Visit<S>) => Promise<Outcome>;

const retried = new Set(['Task', 'Parallel', 'Map']);

/** The context object. https://docs.aws.amazon.com/step-functions/latest/dg/input-output-contextobject.html */
const contextOf = ({ thread, state, ...visit }: Visit, mapItem = thread.mapItem) => ({
  ...thread.context,
  State: {
    Name: visit.name,
    EnteredTime: visit.enteredTime,
    ...(retried.has(state.Type) && { RetryCount: visit.retryCount }),
  },
  ...(visit.taskToken && { Task: { Token: visit.taskToken } }),
  ...(mapItem && { Map: { Item: mapItem } }),
});

/** Everything an expression in this state may name. */
export const bindingsOf = (visit: Visit, { mapItem, ...extra }: StatesExtra = {}): Bindings => {
  const { clock, random, newId } = visit.thread.environment;
  return {
    ...awsFunctions({ now: () => clock.now(), random, newId }),
    ...visit.thread.variables.all(),
    states: { input: visit.input, context: contextOf(visit, mapItem), ...extra },
  };
};

/** Evaluates one field of the state. */
export const evaluateField = (
  visit: Visit,
  template: unknown,
  location: string,
  extra?: StatesExtra,
): Promise<unknown> => evaluateTemplate(template, bindingsOf(visit, extra), location);
