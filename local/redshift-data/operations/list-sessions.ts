import { decided } from '../decisions.ts';
import { endOf, type Session, statusOf } from '../sessions/session.ts';
import { workgroupNameOf } from '../statements/target.ts';
import { checkShapes, notFound, validation } from '../statements/validation.ts';
import { pageOf } from './catalogue.ts';
import { epochSeconds, type Operation } from './operation.ts';

interface Request {
  SessionId?: string;
  Status?: string;
  RoleLevel?: boolean;
  Database?: string;
  ClusterIdentifier?: string;
  WorkgroupName?: string;
  MaxResults?: number;
  NextToken?: string;
}

const statuses = ['AVAILABLE', 'BUSY', 'CLOSED'];
const mostResults = 100;

/** Newest first; AVAILABLE and BUSY ones unless `Status` or `SessionId` says otherwise. */
export const listSessions: Operation<Request, 'sessions' | 'pageTokens'> =
  ({ sessions, pageTokens }) =>
  async (request, caller) => {
    check(request);
    const list = sessions.list(caller);
    if (request.SessionId) return { Sessions: [summary(one(list, request.SessionId))] };
    const mine = request.RoleLevel ?? true;
    const found = list.filter(
      (session) => (mine || session.principal === caller.arn) && matches(session, request),
    );
    const subject = `ListSessions ${caller.arn}`;
    const { items, NextToken } = pageOf(pageTokens, subject, request, found, mostResults);
    return { Sessions: items.map(summary), NextToken };
  };

const check = (request: Request): void => {
  checkShapes(request, { mostResults, statuses });
  const { SessionId, Status, ClusterIdentifier, WorkgroupName, Database } = request;
  if (SessionId && (Status || ClusterIdentifier || WorkgroupName || Database)) {
    throw validation(decided('sessionAndFilters'));
  }
  if (ClusterIdentifier && WorkgroupName) throw validation(decided('bothTargets'));
};

const one = (sessions: Session[], wanted: string): Session => {
  const session = sessions.find(({ id }) => id === wanted);
  if (!session) throw notFound(decided('unknownSession'), wanted);
  return session;
};

const matches = (session: Session, request: Request): boolean => {
  const { database, clusterIdentifier, workgroupName } = session.endpoint;
  const status = statusOf(session);
  const same = (asked: string | undefined, is: string | undefined) => !asked || asked === is;
  return (
    (request.Status ? status === request.Status : status !== 'CLOSED') &&
    same(request.Database, database) &&
    same(request.ClusterIdentifier, clusterIdentifier) &&
    same(workgroupNameOf(request.WorkgroupName), workgroupNameOf(workgroupName))
  );
};

const summary = (session: Session): object => ({
  SessionId: session.id,
  Status: statusOf(session),
  CreatedAt: epochSeconds(session.createdAt),
  UpdatedAt: epochSeconds(session.updatedAt),
  Database: session.endpoint.database,
  DbUser: session.endpoint.dbUser,
  ClusterIdentifier: session.endpoint.clusterIdentifier,
  WorkgroupName: session.endpoint.workgroupName,
  SessionAliveSeconds: session.keepAlive,
  SessionTtl: session.closed ? undefined : epochSeconds(endOf(session)),
  CurrentStatementId: session.closed ? undefined : session.current?.id,
});
