import type { CallerIdentity } from '../../service.ts';
import { hasResultSet, type Statement } from '../statements/statement.ts';
import type { Draft } from '../statements/statements.ts';
import { checkSubmission, type SubmitInput } from '../statements/submission.ts';
import { waitForEnd } from '../statements/wait.ts';
import { epochSeconds, type Parts } from './operation.ts';

type Submit = Pick<Parts, 'statements' | 'targets' | 'dbUserOf'>;

/** What ExecuteStatement and BatchExecuteStatement do alike: check, start, wait if asked, answer. */
export const submit = async (
  { statements, targets, dbUserOf }: Submit,
  input: SubmitInput,
  sqls: readonly string[],
  batch: Pick<Draft, 'isBatch' | 'transaction'>,
  caller: CallerIdentity,
): Promise<object> => {
  checkSubmission(input, sqls, targets());
  const statement = statements.submit({
    ...batch,
    sqls,
    name: input.StatementName || undefined,
    endpoint: {
      clusterIdentifier: input.ClusterIdentifier,
      workgroupName: input.WorkgroupName,
      database: input.Database,
      dbUser: input.SecretArn ? undefined : (input.DbUser ?? dbUserOf(caller.arn)),
      secretArn: input.SecretArn,
    },
    parameters: input.Parameters ?? [],
    resultFormat: 'json',
    withEvent: input.WithEvent === true,
    principal: caller.arn,
    clientToken: input.ClientToken,
  });
  await waitForEnd(statement, input.WaitTimeSeconds);
  return { ...submitted(statement), ...(input.WaitTimeSeconds && progress(statement)) };
};

const submitted = ({ id, createdAt, endpoint }: Statement): object => ({
  Id: id,
  CreatedAt: epochSeconds(createdAt),
  ClusterIdentifier: endpoint.clusterIdentifier,
  WorkgroupName: endpoint.workgroupName,
  Database: endpoint.database,
  DbUser: endpoint.dbUser,
  SecretArn: endpoint.secretArn,
});

const progress = (statement: Statement): object => ({
  Status: statement.status,
  RedshiftPid: statement.pid,
  HasResultSet: hasResultSet(statement),
});
