import type { CallerIdentity } from '../../service.ts';
import type { StoredResult } from '../engine/result-store.ts';
import type { Statements } from '../statements/statements.ts';
import { notFound, validation } from '../statements/validation.ts';
import { waitForEnd } from '../statements/wait.ts';

/** What GetStatementResult and GetStatementResultV2 are asked. */
export interface ResultRequest {
  Id?: string;
  NextToken?: string;
  WaitTimeSeconds?: number;
}

/**
 * The rows that an id names, once they are there.
 * @throws ServiceError ValidationException for a whole batch, ResourceNotFoundException where there are no rows (yet)
 */
export const findResult = async (
  statements: Statements,
  { Id, WaitTimeSeconds }: ResultRequest,
  caller: CallerIdentity,
): Promise<{ id: string; format: 'json' | 'csv'; result: StoredResult }> => {
  const { statement, execution } = statements.find(Id, caller);
  if (statement.isBatch && !execution) {
    throw validation('BatchExecuteStatement result can only be retrieved with sub-statement id.');
  }
  await waitForEnd(statement, WaitTimeSeconds, execution);
  const { id, result } = execution ?? statement.executions[0] ?? { id: statement.id };
  if (!result) {
    throw notFound('Query does not have result. Please check query status with DescribeStatement.', id);
  }
  return { id, format: statement.resultFormat, result };
};
