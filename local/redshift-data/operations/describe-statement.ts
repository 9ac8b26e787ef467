import type { Execution, Statement } from '../statements/statement.ts';
import { hasResultSet } from '../statements/statement.ts';
import { waitForEnd } from '../statements/wait.ts';
import { epochSeconds, type Operation } from './operation.ts';

interface Request {
  Id?: string;
  WaitTimeSeconds?: number;
}

export const describeStatement: Operation<Request, 'statements'> =
  ({ statements }) =>
  async ({ Id, WaitTimeSeconds }, caller) => {
    const { statement, execution } = statements.find(Id, caller);
    await waitForEnd(statement, WaitTimeSeconds, execution);
    return { ...common(statement), ...(statement.isBatch ? batch(statement, execution) : single(statement)) };
  };

const common = (statement: Statement): object => ({
  Id: statement.id,
  Status: statement.status,
  Error: statement.error,
  HasResultSet: hasResultSet(statement),
  ResultFormat: statement.resultFormat,
  RedshiftPid: statement.pid,
  Duration: statement.duration,
  CreatedAt: epochSeconds(statement.createdAt),
  UpdatedAt: epochSeconds(statement.updatedAt),
  ClusterIdentifier: statement.endpoint.clusterIdentifier,
  WorkgroupName: statement.endpoint.workgroupName,
  Database: statement.endpoint.database,
  DbUser: statement.endpoint.dbUser,
  SecretArn: statement.endpoint.secretArn,
  SessionId: statement.session?.id,
  QueryParameters: statement.parameters.length > 0 ? statement.parameters : undefined,
});

const single = ({ executions: [only] }: Statement): object => ({
  QueryString: only?.sql,
  ResultRows: only?.rows,
  ResultSize: only?.size,
  RedshiftQueryId: only?.queryId,
});

/** A batch as a whole has no rows of its own; with a sub-statement's id, only that sub-statement is listed. */
const batch = (statement: Statement, execution: Execution | undefined): object => ({
  ResultRows: -1,
  ResultSize: -1,
  RedshiftQueryId: 0,
  ExecutionMode: statement.transaction ? 'TRANSACTION' : 'AUTO_COMMIT',
  SubStatements: (execution ? [execution] : statement.executions).map(subStatement),
});

const subStatement = (execution: Execution): object => ({
  Id: execution.id,
  Status: execution.status,
  QueryString: execution.sql,
  HasResultSet: execution.result !== undefined,
  ResultRows: execution.rows,
  ResultSize: execution.size,
  RedshiftQueryId: execution.queryId,
  Duration: execution.duration,
  Error: execution.error,
  CreatedAt: epochSeconds(execution.createdAt),
  UpdatedAt: epochSeconds(execution.updatedAt),
});
