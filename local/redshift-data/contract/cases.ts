import type { ColumnMetadata, Field, SqlParameter } from '@aws-sdk/client-redshift-data';
import all from './cases.json';

/** What an operation refuses with; without `message` its words are not known. */
export interface ContractError {
  name: string;
  message?: string;
}

export interface StatementCase {
  name: string;
  sql: string;
  parameters?: SqlParameter[];
  /** What DescribeStatement says at the end. */
  describe: object;
  columns?: Partial<ColumnMetadata>[];
  rows?: Field[][];
  resultError?: ContractError;
}

export interface BatchCase {
  name: string;
  sqls: string[];
  parameters?: SqlParameter[];
  describe: object;
  subs: object[];
  /** What part `part`, counted from 1, gives. */
  result?: { part: number; rows: Field[][] };
}

export interface RefusalCase {
  name: string;
  operation: string;
  /** Whether the members of the target are sent too. */
  onTarget?: boolean;
  repeat?: { member: string; value: string; times: number };
  input: object;
  error: ContractError;
}

/** The contract as data: the same cases go through the JavaScript SDK, boto3 and the AWS CLI (`cli`). */
export const cases = all as unknown as {
  statements: StatementCase[];
  batches: BatchCase[];
  refusals: RefusalCase[];
};
