/** What the console's server tells its page. Times are ISO 8601. */

/** One execution of a state machine in a list. */
export interface ExecutionSummary {
  arn: string;
  /** For a run's workflow, the id of the run. */
  name: string;
  machine: string;
  status: string;
  startedAt: string;
  endedAt?: string;
}

/** An event of an execution's history, as GetExecutionHistory tells it: details lie under a key of their own. */
export interface HistoryEvent {
  id: number;
  previousEventId?: number;
  type: string;
  timestamp: string;
  [details: string]: unknown;
}

export interface ExecutionDetail extends ExecutionSummary {
  input?: string;
  output?: string;
  error?: string;
  cause?: string;
  /** The workflow as it was when the execution began, in the Amazon States Language. */
  definition: string;
  events: HistoryEvent[];
}

/** A statement of the Data API, of whatever role. */
export interface StatementDetail {
  id: string;
  name?: string;
  status: string;
  sql: string;
  parameters: { name: string; value: string }[];
  createdAt: string;
  /** Seconds at work. */
  seconds?: number;
  rows?: number;
  error?: string;
}

/** One try to bring an event of the bus to a target, or where it was put when no try was left. */
export interface Delivery {
  at: string;
  rule: string;
  /** Name of the function, queue or state machine. */
  target: string;
  outcome: 'delivered' | 'failed' | 'dead letter' | 'dropped';
  /** Tries before this one. */
  retries: number;
  error?: string;
  event: { id: string; source: string; 'detail-type': string; time: string; detail: object };
}

/** What was put into a queue by a service: EventBridge's undeliverable events, and what functions failed at. */
export interface QueuedLetter {
  at: string;
  queue: string;
  body: string;
  attributes: Record<string, string>;
}

export interface Letter {
  at: string;
  to: string;
  from?: string;
  subject: string;
  body: string;
  code?: string;
  attachments?: { name: string; bytes: number; path: string }[];
}

export interface LogLine {
  function: string;
  text: string;
}
