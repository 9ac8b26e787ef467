import type { JsonOperation } from '../../protocol/aws-json.ts';
import { readInput } from '../wire/read-input.ts';
import type { Throttle } from '../wire/throttle.ts';
import { batchExecuteStatement } from './batch-execute-statement.ts';
import { cancelStatement } from './cancel-statement.ts';
import { describeStatement } from './describe-statement.ts';
import { describeTable } from './describe-table.ts';
import { executeStatement } from './execute-statement.ts';
import { getStatementResult } from './get-statement-result.ts';
import { getStatementResultV2 } from './get-statement-result-v2.ts';
import { listDatabases } from './list-databases.ts';
import { listSchemas } from './list-schemas.ts';
import { listSessions } from './list-sessions.ts';
import { listStatements } from './list-statements.ts';
import { listTables } from './list-tables.ts';
import type { Parts } from './operation.ts';

/** Every operation of the service's model. */
export const operations = (parts: Parts, throttle?: Throttle): Record<string, JsonOperation> => {
  const all = {
    BatchExecuteStatement: batchExecuteStatement(parts),
    CancelStatement: cancelStatement(parts),
    DescribeStatement: describeStatement(parts),
    DescribeTable: describeTable(parts),
    ExecuteStatement: executeStatement(parts),
    GetStatementResult: getStatementResult(parts),
    GetStatementResultV2: getStatementResultV2(parts),
    ListDatabases: listDatabases(parts),
    ListSchemas: listSchemas(parts),
    ListSessions: listSessions(parts),
    ListStatements: listStatements(parts),
    ListTables: listTables(parts),
  };
  const guarded = Object.entries(all).map(([name, operation]): [string, JsonOperation] => [
    name,
    (body: unknown, caller) => {
      throttle?.(name);
      return operation(readInput(name, body), caller);
    },
  ]);
  return Object.fromEntries(guarded);
};
