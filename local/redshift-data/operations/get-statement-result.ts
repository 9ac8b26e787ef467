import { RawJson } from '../json.ts';
import { notFound, validation } from '../statements/validation.ts';
import { waitForEnd } from '../statements/wait.ts';
import { columnMetadata } from '../values/column-metadata.ts';
import type { Operation } from './operation.ts';

interface Request {
  Id?: string;
  NextToken?: string;
  WaitTimeSeconds?: number;
}

export const getStatementResult: Operation<Request, 'statements' | 'pageTokens'> =
  ({ statements, pageTokens }) =>
  async ({ Id, NextToken, WaitTimeSeconds }, caller) => {
    const { statement, execution } = statements.find(Id, caller);
    if (statement.isBatch && !execution) {
      throw validation('BatchExecuteStatement result can only be retrieved with sub-statement id.');
    }
    await waitForEnd(statement, WaitTimeSeconds);
    const { id, result } = execution ?? statement.executions[0] ?? { id: statement.id };
    const from = pageTokens.read(id, NextToken);
    if (!result) {
      throw notFound('Query does not have result. Please check query status with DescribeStatement.', id);
    }
    const { records, next } = await result.page(from);
    return {
      Records: new RawJson(records),
      ColumnMetadata: result.columns.map(columnMetadata),
      TotalNumRows: result.rows,
      NextToken: next === undefined ? undefined : pageTokens.write(id, next),
    };
  };
