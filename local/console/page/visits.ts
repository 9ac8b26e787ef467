import type { ExecutionDetail, HistoryEvent } from '../contracts.ts';

/** One stay of an execution in a state. */
export interface Visit {
  state: string;
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
    const visit = event.type.endsWith('StateEntered') ? enter(event) : owners.get(event.previousEventId ?? 0);
    if (!visit) continue;
    if (event.type.endsWith('StateEntered')) visits.push(visit);
    owners.set(event.id, visit);
    note(visit, event);
  }
  const last = visits.findLast(({ exitedAt }) => !exitedAt);
  if (last && status !== 'RUNNING') last.outcome = status === 'SUCCEEDED' ? 'succeeded' : 'failed';
  return visits;
}

const enter = (event: HistoryEvent): Visit => {
  const { name = '', input } = detailsOf(event);
  return { state: name, outcome: 'running', enteredAt: event.timestamp, input, tries: 0 };
};

function note(visit: Visit, event: HistoryEvent): void {
  const { type, timestamp } = event;
  const { input, output, parameters, error, cause } = detailsOf(event);
  if (type === 'TaskScheduled' || type === 'LambdaFunctionScheduled') {
    visit.tries += 1;
    visit.arguments = parameters ?? input;
  }
  if (type === 'TaskSucceeded' || type === 'LambdaFunctionSucceeded') visit.result = output;
  if (/(Failed|TimedOut)$/.test(type)) Object.assign(visit, { error, cause });
  if (!type.endsWith('StateExited')) return;
  const lastTryFailed = visit.error !== undefined && visit.result === undefined;
  const { assignedVariables = {} } = detailsOf(event);
  const assigned = Object.entries(assignedVariables).map(
    ([name, value]) => [name, JSON.parse(value)] as const,
  );
  if (assigned.length > 0) visit.assigned = Object.fromEntries(assigned);
  Object.assign(visit, { exitedAt: timestamp, output, outcome: lastTryFailed ? 'caught' : 'succeeded' });
}

/** Details lie under `<type>EventDetails`, by whatever name the type has it. */
const detailsOf = (event: HistoryEvent): Details =>
  (Object.entries(event).find(([key]) => key.endsWith('EventDetails'))?.[1] ?? {}) as Details;
