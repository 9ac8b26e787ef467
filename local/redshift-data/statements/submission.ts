import type { SqlParameter } from '@aws-sdk/client-redshift-data';
import { decided } from '../decisions.ts';
import { tokenize } from '../sql/tokens.ts';
import { checkShapes, notLike, validation } from './validation.ts';

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

/** Refuses what the service refuses for the form of a request, before it looks for the target. */
export const checkSubmission = (input: SubmitInput, sqls: readonly string[]): void => {
  checkShapes(input);
  for (const sql of sqls) {
    if (sql === '') throw validation(decided('required', 'Sql'));
    if (Buffer.byteLength(sql) > textLimit) throw validation('Cannot process query string larger than 100kB');
  }
  checkParameters(input.Parameters, sqls);
};

const checkParameters = (parameters: SqlParameter[] | undefined, sqls: readonly string[]): void => {
  if (parameters === undefined) return;
  for (const [index, { name = '', value = '' }] of parameters.entries()) {
    const member = `parameters.${index + 1}.member`;
    if (!/^[0-9a-zA-Z_]+$/.test(name)) throw notLike(`${member}.name`, '^[0-9a-zA-Z_]+$');
    if (value === '') throw validation(decided('empty', `${member}.value`));
  }
  const names = parameters.map(({ name }) => name as string);
  if (new Set(names).size < names.length) throw validation(decided('duplicateParameters'));
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
