import { decided } from '../decisions.ts';
import type { Statement } from '../statements/statement.ts';
import { workgroupNameOf } from '../statements/target.ts';
import { checkShapes, validation } from '../statements/validation.ts';
import { pageOf } from './catalogue.ts';
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
    const { items, NextToken } = pageOf(pageTokens, subject, request, found, mostResults);
    return { Statements: items.map(summary), NextToken };
  };

const check = (request: Request): void => {
  checkShapes(request, { mostResults, statuses });
  if (request.ClusterIdentifier && request.WorkgroupName) throw validation(decided('bothTargets'));
};

const matches = ({ name, status, endpoint }: Statement, request: Request): boolean => {
  const wanted = request.Status || 'FINISHED';
  const same = (asked: string | undefined, is: string | undefined) => !asked || asked === is;
  return (
    (wanted === 'ALL' || status === wanted) &&
    (name ?? '').startsWith(request.StatementName ?? '') &&
    same(request.Database, endpoint.database) &&
    same(request.ClusterIdentifier, endpoint.clusterIdentifier) &&
    same(workgroupNameOf(request.WorkgroupName), workgroupNameOf(endpoint.workgroupName))
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
  SessionId: statement.session?.id,
  CreatedAt: epochSeconds(statement.createdAt),
  UpdatedAt: epochSeconds(statement.updatedAt),
});
