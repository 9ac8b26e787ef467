import type { Statement } from '../statements/statement.ts';
import { checkShapes, validation } from '../statements/validation.ts';
import { epochSeconds, type Operation } from './operation.ts';

interface Request {
  StatementName?: string;
  Status?: string;
  RoleLevel?: boolean;
  Database?: string;
  ClusterIdentifier?: string;
  WorkgroupName?: string;
  MaxResults?: number;
  NextToken?: string;
}

const statuses = ['SUBMITTED', 'PICKED', 'STARTED', 'FINISHED', 'ABORTED', 'FAILED', 'ALL'];
const mostResults = 100;

/** Newest first; FINISHED ones unless `Status` says otherwise; `StatementName` is a prefix. */
export const listStatements: Operation<Request, 'statements' | 'pageTokens'> =
  ({ statements, pageTokens }) =>
  async (request, caller) => {
    check(request);
    const mine = request.RoleLevel ?? true;
    const found = statements
      .list(caller)
      .filter((one) => (mine || one.principal === caller.arn) && matches(one, request));
    const subject = `ListStatements ${caller.arn}`;
    const from = Number(pageTokens.read(subject, request.NextToken));
    const to = from + (request.MaxResults || mostResults);
    return {
      Statements: found.slice(from, to).map(summary),
      NextToken: to < found.length ? pageTokens.write(subject, BigInt(to)) : undefined,
    };
  };

const check = (request: Request): void => {
  checkShapes(request);
  if (request.Status && !statuses.includes(request.Status)) {
    throw validation(`Status must be one of ${statuses.join(', ')}.`);
  }
  if ((request.MaxResults ?? 0) > mostResults)
    throw validation(`MaxResults must be between 0 and ${mostResults}.`);
  if (request.ClusterIdentifier && request.WorkgroupName) {
    throw validation('ClusterIdentifier and WorkgroupName cannot both be specified.');
  }
};

const matches = ({ name, status, endpoint }: Statement, request: Request): boolean => {
  const wanted = request.Status || 'FINISHED';
  const same = (asked: string | undefined, is: string | undefined) => !asked || asked === is;
  return (
    (wanted === 'ALL' || status === wanted) &&
    (name ?? '').startsWith(request.StatementName ?? '') &&
    same(request.Database, endpoint.database) &&
    same(request.ClusterIdentifier, endpoint.clusterIdentifier) &&
    same(request.WorkgroupName, endpoint.workgroupName)
  );
};

const summary = (statement: Statement): object => ({
  Id: statement.id,
  StatementName: statement.name,
  Status: statement.status,
  IsBatchStatement: statement.isBatch,
  QueryString: statement.isBatch ? undefined : statement.executions[0]?.sql,
  QueryStrings: statement.isBatch ? statement.executions.map(({ sql }) => sql) : undefined,
  QueryParameters: statement.parameters.length > 0 ? statement.parameters : undefined,
  SecretArn: statement.endpoint.secretArn,
  ResultFormat: statement.resultFormat,
  CreatedAt: epochSeconds(statement.createdAt),
  UpdatedAt: epochSeconds(statement.updatedAt),
});
