import type { ExecutionDetail, HistoryEvent } from '../contracts.ts';

/** One stay of an execution in a state. */
export interface Visit {
  state: string;
  /** What kind of state it is: `Task`, `Map`, … */
  kind: string;
  /** The stay in the Map or Parallel that holds the state. */
  within?: Visit;
  /** The state from which it was entered; nothing for the first one of a workflow, a branch or an iteration. */
  after?: string;
  /** `caught`: it failed, and a Catch of the state took over. */
  outcome: 'running' | 'succeeded' | 'caught' | 'failed';
  enteredAt: string;
  exitedAt?: string;
  input?: string;
  output?: string;
  /** What its task was given, and what that answered. */
  arguments?: string;
  result?: string;
  /** The variables that it set. */
  assigned?: Record<string, unknown>;
  /** Times that its task was begun; 0 for a state without one. */
  tries: number;
  /** Its last try failed; of a Map or a Parallel, something that it holds, which says the error. */
  hasFailed: boolean;
  /** What the last try failed with. */
  error?: string;
  cause?: string;
}

type Details = { assignedVariables?: Record<string, string> } & Partial<
  Record<'name' | 'input' | 'output' | 'parameters' | 'error' | 'cause', string>
>;

/** The path of an execution, read from its history: every state that was entered, in order. */
export function visitsOf({ events, status }: Pick<ExecutionDetail, 'events' | 'status'>): Visit[] {
  const visits: Visit[] = [];
  /** The visit that an event belongs to, by the event's id. */
  const owners = new Map<number, Visit>();
  for (const event of events) {
    const before = owners.get(event.previousEventId ?? 0);
    const isNew = event.type.endsWith('StateEntered');
    const visit = isNew ? enter(event, before) : ownerOf(event, before);
    if (!visit) continue;
    if (isNew) visits.push(visit);
    owners.set(event.id, visit);
    note(visit, event);
  }
  // What was never left when all is over was broken off with what failed.
  if (status !== 'RUNNING') for (const visit of visits) if (!visit.exitedAt) visit.outcome = 'failed';
  return visits;
}

/** How a state stands that may have been entered several times, also side by side: what is at work, then what failed, counts. */
export const outcomeOf = (visits: readonly Visit[]): Visit['outcome'] | undefined => {
  const outcomes = visits.map(({ outcome }) => outcome);
  return (['running', 'failed', 'caught'] as const).find((one) => outcomes.includes(one)) ?? outcomes.at(-1);
};

const enter = (event: HistoryEvent, before?: Visit): Visit => {
  const { name = '', input } = detailsOf(event);
  const kind = event.type.replace('StateEntered', '');
  const [within, after] =
    before?.exitedAt === undefined ? [before, undefined] : [before.within, before.state];
  const { timestamp: enteredAt } = event;
  return {
    state: name,
    kind,
    within,
    after,
    outcome: 'running',
    enteredAt,
    input,
    tries: 0,
    hasFailed: false,
  };
};

/** Whose an event is: what a Map or a Parallel comes to follows the last event of what it holds. */
function ownerOf(event: HistoryEvent, before?: Visit): Visit | undefined {
  const [, kind, what] = /^(Map|Parallel)State(Succeeded|Failed|Exited)$/.exec(event.type) ?? [];
  const isOwner = (one: Visit) =>
    what === 'Exited' ? one.state === detailsOf(event).name : one.kind === kind && !one.hasFailed;
  for (let one = before; kind && one; one = one.within) if (!one.exitedAt && isOwner(one)) return one;
  return before;
}

function note(visit: Visit, event: HistoryEvent): void {
  const { type, timestamp } = event;
  if (/^MapIteration(Failed|Aborted)$/.test(type) && !visit.exitedAt) visit.outcome = 'failed';
  if (type.startsWith('MapIteration')) return;
  const { input, output, parameters, error, cause } = detailsOf(event);
  if (type === 'TaskScheduled' || type === 'LambdaFunctionScheduled') {
    visit.tries += 1;
    visit.arguments = parameters ?? input;
  }
  if (type === 'TaskSucceeded' || type === 'LambdaFunctionSucceeded') visit.result = output;
  if (/(Succeeded|StateStarted)$/.test(type)) visit.hasFailed = false;
  if (/(Failed|TimedOut)$/.test(type)) Object.assign(visit, { hasFailed: true, error, cause });
  if (!type.endsWith('StateExited')) return;
  const { assignedVariables = {} } = detailsOf(event);
  const assigned = Object.entries(assignedVariables).map(
    ([name, value]) => [name, JSON.parse(value)] as const,
  );
  if (assigned.length > 0) visit.assigned = Object.fromEntries(assigned);
  Object.assign(visit, { exitedAt: timestamp, output, outcome: visit.hasFailed ? 'caught' : 'succeeded' });
}

/** Details lie under `<type>EventDetails`, by whatever name the type has it. */
const detailsOf = (event: HistoryEvent): Details =>
  (Object.entries(event).find(([key]) => key.endsWith('EventDetails'))?.[1] ?? {}) as Details;
