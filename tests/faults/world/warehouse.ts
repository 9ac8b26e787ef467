import { createHash } from 'node:crypto';
import type { Dice } from '../../../local/faults/dice.ts';
import { awsJson, type JsonOperation } from '../../../local/protocol/aws-json.ts';
import { ServiceError } from '../../../local/protocol/service-error.ts';
import type { StatementEvent } from '../../../local/redshift-data/index.ts';
import type { CallerIdentity, Service } from '../../../local/service.ts';
import type { VirtualTime } from './virtual-time.ts';

type Status = 'STARTED' | 'FINISHED' | 'FAILED' | 'ABORTED';

/** One statement that the warehouse has really run. */
export interface Statement {
  id: string;
  /** What it computes: the SQL with its values. */
  text: string;
  clientToken?: string | undefined;
  name: string;
  /** ARN of the session that sent it. */
  principal: string;
  status: Status;
  withEvent: boolean;
  createdAt: number;
  updatedAt: number;
  rows: number;
  error?: string;
}

export interface WarehouseDeps {
  time: VirtualTime;
  dice: Dice;
  newId(): string;
  publish(event: StatementEvent): void;
  trace(line: string): void;
}

/** What a batch computes, all of it or nothing. */
interface Batch extends Omit<Execute, 'Sql'> {
  Sqls: string[];
}

interface Execute {
  Sql: string;
  Parameters?: { name: string; value: string }[];
  ClientToken?: string;
  StatementName?: string;
  WithEvent?: boolean;
}

export interface Warehouse extends Service {
  operations: Record<string, JsonOperation>;
  /** Every statement, in the order in which they were begun. */
  statements: Statement[];
}

const refuse = (message: string, name = 'ValidationException') => new ServiceError(name, message);
const seconds = (milliseconds: number): number => milliseconds / 1000;
/** Of the session's ARN: only the role that sent a statement may see it. */
const roleOf = (arn: string): string => arn.split('/').slice(0, 2).join('/');

/**
 * The contract of the Redshift Data API over statements that compute nothing and take their time: some an instant, some
 * minutes; one whose text says `fails` fails. Its one row says which text it came from.
 */
export const createWarehouse = (deps: WarehouseDeps): Warehouse => {
  const statements: Statement[] = [];
  const find = (id: string, caller: CallerIdentity): Statement => {
    const found = statements.find((one) => one.id === id);
    if (found && roleOf(found.principal) === roleOf(caller.arn)) return found;
    throw refuse('Query does not exist.', 'ResourceNotFoundException');
  };
  const operations = operationsOf({ ...deps, statements, find });
  return { name: 'redshift-data', handle: awsJson({ version: '1.1', operations }), operations, statements };
};

interface Inner extends WarehouseDeps {
  statements: Statement[];
  find(id: string, caller: CallerIdentity): Statement;
}

const operationsOf = (inner: Inner): Record<string, JsonOperation> => ({
  ExecuteStatement: (input: Execute, caller: CallerIdentity) => execute(inner, input, caller),
  BatchExecuteStatement: ({ Sqls, ...rest }: Batch, caller: CallerIdentity) =>
    execute(inner, { ...rest, Sql: Sqls.join(';\n') }, caller),
  DescribeStatement: ({ Id }: { Id: string }, caller: CallerIdentity) => describe(inner.find(Id, caller)),
  CancelStatement: ({ Id }: { Id: string }, caller: CallerIdentity) => {
    const statement = inner.find(Id, caller);
    if (statement.status !== 'STARTED')
      throw refuse(`Could not cancel a query that is already in ${statement.status} state with ID: ${Id}`);
    end(inner, statement, 'ABORTED');
    return { Status: true };
  },
  ListStatements: (
    { StatementName = '', Status }: { StatementName?: string; Status?: string },
    caller: CallerIdentity,
  ) => {
    const seen = inner.statements.filter(
      ({ name, status, principal }) =>
        roleOf(principal) === roleOf(caller.arn) &&
        name.startsWith(StatementName) &&
        (Status === 'ALL' || status === (Status ?? 'FINISHED')),
    );
    return { Statements: seen.reverse().slice(0, 100).map(listed) };
  },
  GetStatementResult: ({ Id }: { Id: string }, caller: CallerIdentity) => {
    const { status, text } = inner.find(Id, caller);
    if (status !== 'FINISHED')
      throw refuse(
        'Query does not have result. Please check query status with DescribeStatement.',
        'ResourceNotFoundException',
      );
    const ColumnMetadata = [{ name: 'answer', typeName: 'varchar', label: 'answer' }];
    return { Records: [[{ stringValue: answerTo(text) }]], ColumnMetadata, TotalNumRows: 1 };
  },
});

/** The one cell of a statement's result. */
export const answerTo = (text: string): string => createHash('sha256').update(text).digest('hex');

const execute = (inner: Inner, input: Execute, { arn }: CallerIdentity) => {
  const { time, newId, trace, statements } = inner;
  const known = statements.find(
    ({ clientToken, principal }) =>
      clientToken !== undefined && clientToken === input.ClientToken && roleOf(principal) === roleOf(arn),
  );
  if (known) return submitted(known);
  const statement: Statement = {
    id: newId(),
    text: textOf(input),
    clientToken: input.ClientToken,
    name: input.StatementName ?? '',
    principal: arn,
    status: 'STARTED',
    withEvent: input.WithEvent ?? false,
    createdAt: time.now(),
    updatedAt: time.now(),
    rows: -1,
  };
  statements.push(statement);
  const takes = duration(inner.dice('durations'));
  trace(`the warehouse begins ${statement.id} (${statement.name}), ${takes} ms`);
  time.after(takes, () => end(inner, statement, statement.text.includes('fails') ? 'FAILED' : 'FINISHED'));
  return submitted(statement);
};

/** The SQL with its values, whatever the order of the parameters. */
export const textOf = ({ Sql, Parameters = [] }: Pick<Execute, 'Sql' | 'Parameters'>): string =>
  [Sql, ...Parameters.map(({ name, value }) => `${name}=${value}`).sort()].join('\n');

/** Milliseconds: a third an instant, a third some seconds, the others up to five minutes. */
const duration = (random: () => number): number => {
  const kind = random();
  if (kind < 0.35) return Math.round(1 + 60 * random());
  if (kind < 0.75) return Math.round(200 + 10_000 * random());
  return Math.round(5_000 + 300_000 * random() ** 2);
};

const end = ({ time, newId, publish, trace }: Inner, statement: Statement, status: Status): void => {
  if (statement.status !== 'STARTED') return;
  Object.assign(statement, { status, updatedAt: time.now() });
  if (status === 'FINISHED') statement.rows = 1;
  if (status === 'FAILED') statement.error = 'ERROR: it was to fail';
  if (status === 'ABORTED') statement.error = "ERROR: Query cancelled on user's request";
  trace(`the warehouse ends ${statement.id} ${status}`);
  if (statement.withEvent) publish(eventOf(statement, newId(), time.now()));
};

const submitted = ({ id, createdAt }: Statement) => ({
  Id: id,
  CreatedAt: seconds(createdAt),
  Database: 'dev',
});

const describe = (statement: Statement) => ({
  Id: statement.id,
  Status: statement.status,
  QueryString: statement.text,
  HasResultSet: statement.status === 'FINISHED',
  ResultRows: statement.rows,
  ResultSize: statement.rows < 0 ? -1 : 64,
  Duration: statement.status === 'FINISHED' ? (statement.updatedAt - statement.createdAt) * 1e6 : -1,
  RedshiftPid: 1,
  RedshiftQueryId: 1,
  CreatedAt: seconds(statement.createdAt),
  UpdatedAt: seconds(statement.updatedAt),
  ...(statement.error && { Error: statement.error }),
});

const listed = (statement: Statement) => ({
  Id: statement.id,
  StatementName: statement.name,
  Status: statement.status,
  QueryString: statement.text,
  CreatedAt: seconds(statement.createdAt),
  UpdatedAt: seconds(statement.updatedAt),
});

const eventOf = (statement: Statement, id: string, now: number): StatementEvent => ({
  version: '0',
  id,
  'detail-type': 'Redshift Data Statement Status Change',
  source: 'aws.redshift-data',
  account: '000000000000',
  time: new Date(now).toISOString().replace(/\.\d+Z$/, 'Z'),
  region: 'us-east-1',
  resources: ['arn:aws:redshift-serverless:us-east-1:000000000000:workgroup/readout'],
  detail: {
    principal: statement.principal,
    statementName: statement.name,
    statementId: statement.id,
    redshiftQueryId: 1,
    state: statement.status,
    rows: statement.rows,
    expireAt: Math.floor(statement.createdAt / 1000) + 86_400,
  },
});
