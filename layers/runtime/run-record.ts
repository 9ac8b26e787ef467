import type { Caller } from './caller.ts';
import type { ErrorDetail, OperatorRun, Run, RunMessage, RunStatus } from './contracts.ts';
import { ERRORS } from './errors.ts';
import type { RunSchedule } from './schedules/schedule-record.ts';

/** What names a run in its table. */
export interface RunKey {
  /** The Cognito `sub` of the person who started it; nobody else may see it. */
  owner: string;
  runId: string;
}

/** A run as the table holds it. */
export interface RunRecord extends Run, RunKey {
  ownerEmail: string;
  /** On whose behalf it runs: its workflow may be started again. */
  caller: Caller;
  /** The schedule that started it, by itself. */
  schedule?: RunSchedule;
  /** Whether it may reuse nothing. */
  fresh?: boolean;
  /** The leader of the statement that it is a member of; itself when it leads. */
  statement?: string;
  /** The ARN of the execution that admitted it, or that failed before. */
  execution?: string;
  /** Which of the caller's values the statement was bound to, and their hash: who may read the rows later. */
  scope?: Scope;
  /** What the tokens of its result's pages are signed with. */
  pageKey: string;
  /** How often its workflow was started again. */
  relaunches?: number;
  /** When DynamoDB may drop it, in seconds since 1970. */
  expiresAt: number;
  /** The cursor of the last change that its owner's connections were told. */
  told?: string;
}

export interface Scope {
  sources: string[];
  hash: string;
}

/** A run before its first change has a number. */
export type NewRun = Omit<RunRecord, 'cursor'>;

/** What a change of status may bring with it. */
export interface Change {
  status: Exclude<RunStatus, 'queued'>;
  at: Date;
  statementId?: string;
  asOf?: string;
  dataLoadedAt?: string;
  rows?: number;
  error?: ErrorDetail;
  stoppedBy?: string;
  execution?: string;
}

/** What of a run its owner sees; everything else is ours. */
const SHOWN = [
  'runId',
  'report',
  'title',
  'topic',
  'requestId',
  'status',
  'cursor',
  'inputs',
  'createdAt',
  'changedAt',
  'startedAt',
  'endedAt',
  'place',
  'asOf',
  'dataLoadedAt',
  'maxRows',
  'email',
  'statementId',
  'rows',
  'resolved',
  'download',
  'error',
  'stoppedBy',
] as const satisfies (keyof Run)[];

/** Nor does an operator see what was typed, or a person's own labels. */
const PRIVATE: readonly string[] = ['inputs', 'resolved', 'topic', 'requestId'];

const SHOWN_TO_OPERATORS = [
  ...SHOWN.filter((name) => !PRIVATE.includes(name)),
  'owner',
  'ownerEmail',
  'statement',
  'execution',
] as const;

/** What Redshift counts for a run that prepares a file are not the rows in it. */
const isShown = (record: RunRecord, name: keyof RunRecord): boolean =>
  record[name] !== undefined && !(name === 'rows' && record.download);

const only = (record: RunRecord, names: readonly (keyof RunRecord)[]): object =>
  Object.fromEntries(names.flatMap((name) => (isShown(record, name) ? [[name, record[name]]] : [])));

/** The run as its owner sees it. */
export const toRun = (record: RunRecord): Run => only(record, SHOWN) as Run;

/**
 * The run as an operator sees it. Of an error it says what its name means: Redshift's own message may hold what was typed,
 * or a value of a row.
 */
export const toOperatorRun = (record: RunRecord): OperatorRun => {
  const { error } = record;
  const said = error && { error: { name: error.name, message: ERRORS[error.name].when } };
  return { ...(only(record, SHOWN_TO_OPERATORS) as OperatorRun), ...said };
};

/** The one message that says how a run stands. */
export const runMessage = (record: RunRecord): RunMessage => ({ type: 'run', ...toRun(record) });

/** Whether it has ended for good. */
export const isOver = ({ status }: Pick<Run, 'status'>): boolean =>
  status !== 'queued' && status !== 'running';

/**
 * Inputs are kept as JSON text: DynamoDB's numbers have 38 digits and a narrower range than JSON's. `day` and `open` are
 * for the indexes: all runs of a day, and those that have not ended.
 */
export const itemFrom = ({ inputs, caller, ...record }: RunRecord): Record<string, unknown> => ({
  ...record,
  inputs: JSON.stringify(inputs),
  caller: JSON.stringify(caller),
  day: record.createdAt.slice(0, 10),
  ...(!isOver(record) && { open: 'open' }),
});

export const recordFrom = ({
  inputs,
  caller,
  day: _day,
  open: _open,
  ...item
}: Record<string, unknown>): RunRecord =>
  ({ ...item, inputs: JSON.parse(String(inputs)), caller: JSON.parse(String(caller)) }) as RunRecord;
