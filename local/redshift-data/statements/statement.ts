import type { SqlParameter, StatementStatusString } from '@aws-sdk/client-redshift-data';
import type { StoredResult } from '../engine/result-store.ts';
import type { Session } from '../sessions/session.ts';

export type Status = Exclude<StatementStatusString, 'ALL'>;

/** One SQL text of a statement: a statement has one, a batch has several. */
export interface Execution {
  /** The statement's id; in a batch with `:1`, `:2`, … */
  id: string;
  sql: string;
  status: Status;
  createdAt: Date;
  updatedAt: Date;
  error?: string;
  /** Nanoseconds; -1 until it finished. */
  duration: bigint;
  rows: bigint;
  size: bigint;
  queryId: bigint;
  result?: StoredResult;
  /** When its state is final. */
  ended: Ending;
}

/** Where a statement runs. */
export interface Endpoint {
  clusterIdentifier?: string;
  workgroupName?: string;
  database?: string;
  dbUser?: string;
  secretArn?: string;
}

/** What was submitted with one ExecuteStatement or BatchExecuteStatement, and what became of it. */
export interface Statement {
  id: string;
  name?: string;
  isBatch: boolean;
  transaction: boolean;
  endpoint: Endpoint;
  parameters: SqlParameter[];
  resultFormat: 'json' | 'csv';
  withEvent: boolean;
  /** ARN of the caller that submitted it. */
  principal: string;
  status: Status;
  error?: string;
  createdAt: Date;
  updatedAt: Date;
  duration: bigint;
  pid: bigint;
  executions: Execution[];
  /** When its state is final. */
  ended: Ending;
  /** How many requests wait for it. */
  waiting: number;
  session?: Session;
  /** Why no connection can be made. */
  refusal?: string;
  /** Set by CancelStatement; the runner then stops the engine. */
  cancelled: boolean;
}

/** Something that others wait for. */
export interface Ending {
  promise: Promise<void>;
  resolve: () => void;
}

export const ending = (): Ending => {
  let resolve: () => void = () => undefined;
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
};

const finals: readonly Status[] = ['FINISHED', 'FAILED', 'ABORTED'];

export const isFinal = ({ status }: { status: Status }): boolean => finals.includes(status);

export const hasResultSet = ({ executions }: Statement): boolean =>
  executions.some(({ result }) => result !== undefined);

/** The cluster or workgroup, of which each has its quotas. */
export const targetNameOf = ({ clusterIdentifier, workgroupName }: Endpoint): string =>
  clusterIdentifier ? `cluster ${clusterIdentifier}` : `workgroup ${workgroupName}`;

/** `arn:…:assumed-role/<role>/<session>` without its session; only the same role may see a statement. */
export const identityOf = (arn: string): string => arn.replace(/(:assumed-role\/[^/]+)\/.*$/, '$1');
