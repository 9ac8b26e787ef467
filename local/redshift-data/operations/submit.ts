import type { CallerIdentity } from '../../service.ts';
import { decided } from '../decisions.ts';
import type { Session } from '../sessions/session.ts';
import { hasResultSet, type Statement } from '../statements/statement.ts';
import type { Draft } from '../statements/statements.ts';
import { checkSubmission, type SubmitInput } from '../statements/submission.ts';
import { endpointOf } from '../statements/target.ts';
import { validation } from '../statements/validation.ts';
import { waitForEnd } from '../statements/wait.ts';
import { epochSeconds, type Parts } from './operation.ts';

export type SubmitNeeds = 'statements' | 'sessions' | 'targets';

/** What ExecuteStatement and BatchExecuteStatement do alike: check, start, wait if asked, answer. */
export const submit = async (
  parts: Pick<Parts, SubmitNeeds>,
  input: SubmitInput,
  sqls: readonly string[],
  batch: Pick<Draft, 'isBatch' | 'transaction'>,
  caller: CallerIdentity,
): Promise<object> => {
  checkSubmission(input, sqls);
  const place = await placeOf(parts, input, caller);
  const statement = parts.statements.submit({
    ...batch,
    ...place,
    sqls,
    name: input.StatementName || undefined,
    parameters: input.Parameters ?? [],
    resultFormat: input.ResultFormat === 'CSV' ? 'csv' : 'json',
    withEvent: input.WithEvent === true,
    principal: caller.arn,
    clientToken: input.ClientToken,
    keepAlive: input.SessionKeepAliveSeconds,
  });
  await waitForEnd(statement, input.WaitTimeSeconds);
  return { ...submitted(statement), ...(input.WaitTimeSeconds && progress(statement)) };
};

/** A session knows its target; elsewhere the request names it. */
const placeOf = async (
  { sessions, targets }: Pick<Parts, SubmitNeeds>,
  input: SubmitInput,
  caller: CallerIdentity,
): Promise<Pick<Draft, 'endpoint' | 'refusal' | 'session'>> => {
  const { SessionId, ClusterIdentifier, WorkgroupName, Database, DbUser, SecretArn } = input;
  if (!SessionId) {
    const { missing, ...endpoint } = await endpointOf(targets, input, caller.arn);
    return { endpoint, refusal: missing };
  }
  if (ClusterIdentifier || WorkgroupName || Database || DbUser || SecretArn) {
    throw validation(decided('sessionAndTarget'));
  }
  const session: Session = sessions.take(SessionId, caller);
  return { endpoint: session.endpoint, session };
};

const submitted = ({ id, createdAt, endpoint, session }: Statement): object => ({
  Id: id,
  CreatedAt: epochSeconds(createdAt),
  ClusterIdentifier: endpoint.clusterIdentifier,
  WorkgroupName: endpoint.workgroupName,
  Database: endpoint.database,
  DbUser: endpoint.dbUser,
  SecretArn: endpoint.secretArn,
  SessionId: session?.id,
});

const progress = (statement: Statement): object => ({
  Status: statement.status,
  RedshiftPid: statement.pid,
  HasResultSet: hasResultSet(statement),
});
