import type { SqlParameter } from '@aws-sdk/client-redshift-data';
import { notEmulated } from '../../protocol/service-error.ts';
import { tokenize } from '../sql/tokens.ts';
import { checkShapes, validation } from './validation.ts';

/** A cluster or workgroup that exists. */
export interface Target {
  clusterIdentifier?: string;
  workgroupName?: string;
  /** Its one database, `dev` unless said. */
  database?: string;
}

/** What ExecuteStatement and BatchExecuteStatement have in common. */
export interface SubmitInput {
  ClusterIdentifier?: string;
  WorkgroupName?: string;
  Database?: string;
  DbUser?: string;
  SecretArn?: string;
  Parameters?: SqlParameter[];
  StatementName?: string;
  WithEvent?: boolean;
  ClientToken?: string;
  ResultFormat?: string;
  SessionId?: string;
  SessionKeepAliveSeconds?: number;
  WaitTimeSeconds?: number;
}

const textLimit = 100 * 1024;

/** Refuses what the service refuses before it answers with an id. */
export const checkSubmission = (
  input: SubmitInput,
  sqls: readonly string[],
  targets: readonly Target[],
): void => {
  checkShapes(input);
  if (input.SessionId || input.SessionKeepAliveSeconds) throw notEmulated('sessions');
  if (![undefined, 'JSON'].includes(input.ResultFormat))
    throw notEmulated(`ResultFormat ${input.ResultFormat}`);
  targetOf(input, targets);
  for (const sql of sqls) {
    if (typeof sql !== 'string' || sql === '') throw validation('Sql must not be empty.');
    if (Buffer.byteLength(sql) > textLimit) throw validation('Cannot process query string larger than 100kB');
  }
  checkParameters(input.Parameters, sqls);
};

/** The cluster or workgroup that a request names. */
export const targetOf = (input: SubmitInput, targets: readonly Target[]): Target => {
  const { ClusterIdentifier, WorkgroupName } = input;
  if (!ClusterIdentifier && !WorkgroupName) {
    throw validation('Either ClusterIdentifier or WorkgroupName needs to be specified.');
  }
  if (ClusterIdentifier && WorkgroupName) {
    throw validation('ClusterIdentifier and WorkgroupName cannot both be specified.');
  }
  const workgroup = WorkgroupName?.replace(/^arn:.*:workgroup\//, '');
  const target = targets.find(({ clusterIdentifier, workgroupName }) =>
    ClusterIdentifier ? clusterIdentifier === ClusterIdentifier : workgroupName === workgroup,
  );
  if (!target) throw validation("Redshift endpoint doesn't exist in this region.");
  return target;
};

const checkParameters = (parameters: SqlParameter[] | undefined, sqls: readonly string[]): void => {
  if (parameters === undefined) return;
  if (!Array.isArray(parameters) || parameters.length === 0)
    throw validation('Parameters must not be empty.');
  for (const { name, value } of parameters) {
    if (!/^[0-9a-zA-Z_]+$/.test(name ?? '')) {
      throw validation('parameters.1.member.name must satisfy regex pattern: ^[0-9a-zA-Z_]+$');
    }
    if (typeof value !== 'string' || value === '')
      throw validation(`The value of parameter ${name} must not be empty.`);
  }
  const names = parameters.map(({ name }) => name as string);
  if (new Set(names).size < names.length) throw validation('Parameters list contains duplicate names.');
  const used = new Set(sqls.flatMap(parameterNames));
  const unused = names.filter((name) => !used.has(name));
  if (unused.length > 0) {
    throw validation(`Parameters list contains unused parameters. Unused parameters: [${unused.join(', ')}]`);
  }
};

/** The names after a colon; strings, comments, casts and quoted identifiers hold none. */
export const parameterNames = (sql: string): string[] =>
  tokenize(sql)
    .filter(({ kind }) => kind === 'parameter')
    .map(({ text }) => text.slice(1));
