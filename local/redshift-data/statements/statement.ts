import type { SqlParameter, StatementStatusString } from '@aws-sdk/client-redshift-data';
import type { StoredResult } from '../engine/result-store.ts';

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
  /** Resolves when the state is final. */
  ended: Promise<void>;
  /** Set by CancelStatement; the runner then stops the engine. */
  cancelled: boolean;
  /** Set once its results are gone. */
  expired: boolean;
}

const finals: readonly Status[] = ['FINISHED', 'FAILED', 'ABORTED'];

export const isFinal = ({ status }: { status: Status }): boolean => finals.includes(status);

export const hasResultSet = ({ executions }: Statement): boolean =>
  executions.some(({ result }) => result !== undefined);

/** `arn:…:assumed-role/<role>/<session>` without its session; only the same role may see a statement. */
export const identityOf = (arn: string): string => arn.replace(/(:assumed-role\/[^/]+)\/.*$/, '$1');
