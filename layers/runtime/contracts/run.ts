import type { DownloadRequest } from './download.ts';
import type { ErrorDetail } from './error.ts';

/** Where a run stands. It only moves forward: queued, running, then one of the other three for good. */
export type RunStatus = 'queued' | 'running' | 'succeeded' | 'failed' | 'cancelled';

/** What a person typed, by parameter name. A list is for a parameter that takes several values. */
export type InputValue = string | number | boolean | string[] | number[];
export type Inputs = Record<string, InputValue>;

/** One execution of a report, over REST and in every message about it. */
export interface Run {
  runId: string;
  report: string;
  title: string;
  /** The caller's own label, echoed in every message about this run. */
  topic?: string;
  /** The id of the `run` message that asked for it, so that the sender knows its answer. */
  requestId?: string;
  status: RunStatus;
  /** The number of its last change among all changes of its owner's runs, as text: later changes sort later. */
  cursor: string;
  inputs: Inputs;
  createdAt: string;
  /** When its last change was made. */
  changedAt: string;
  startedAt?: string;
  endedAt?: string;
  /** While it waits for others to end: how many of them go first, itself counted; 1 is the next. */
  place?: number;
  /** When Redshift began the statement whose rows these are: before `createdAt` for a result that is reused. */
  asOf?: string;
  /** When the data that those rows were made of was last loaded: the oldest of the tables that the report reads. */
  dataLoadedAt?: string;
  /** The most rows that may be read; `rows` beyond it stay in Redshift. */
  maxRows?: number;
  /** Whether its owner is told by e-mail when it ends and none of their devices is connected. */
  email?: boolean;
  /** What the Redshift Data API calls it, once it has been sent. */
  statementId?: string;
  /** Rows in the result, once it has succeeded. */
  rows?: number;
  /** The dates that relative ones stand for, by the name of their input: `{"period":"2026-11-18/2026-11-24"}`. */
  resolved?: Inputs;
  /** For a run that prepares a file and has no rows of its own: which run's rows, and as what. */
  download?: DownloadRequest & { of: string };
  error?: ErrorDetail;
  /** Of a cancelled run: the e-mail address of the operator who stopped it, if it was not its owner. */
  stoppedBy?: string;
}

/** How a run is asked for, beside its report. */
export interface RunWishes {
  topic?: string;
  requestId?: string;
  /** Never reuses a result and shares no statement that has begun. */
  fresh?: boolean;
  /** Tells the end by e-mail when none of the person's devices is connected then. */
  email?: boolean;
}

/** The body of `POST /reports/{report}/runs`. */
export interface RunRequest extends RunWishes {
  inputs: Inputs;
}

/** The answer of `GET /runs?since=&before=`: `cursor` is what to ask `since` the next time. */
export interface RunList {
  runs: Run[];
  cursor: string;
  /** What to ask `before` for the runs that changed before these; absent when there are none, and with `since`. */
  earlier?: string;
}
