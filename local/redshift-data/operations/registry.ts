import type { JsonOperation } from '../../protocol/aws-json.ts';
import { batchExecuteStatement } from './batch-execute-statement.ts';
import { cancelStatement } from './cancel-statement.ts';
import { describeStatement } from './describe-statement.ts';
import { describeTable } from './describe-table.ts';
import { executeStatement } from './execute-statement.ts';
import { getStatementResult } from './get-statement-result.ts';
import { listDatabases } from './list-databases.ts';
import { listSchemas } from './list-schemas.ts';
import { listStatements } from './list-statements.ts';
import { listTables } from './list-tables.ts';
import type { Parts } from './operation.ts';

/** Every operation that is emulated, by its name in the model. */
export const operations = (parts: Parts): Record<string, JsonOperation> => ({
  BatchExecuteStatement: batchExecuteStatement(parts),
  CancelStatement: cancelStatement(parts),
  DescribeStatement: describeStatement(parts),
  DescribeTable: describeTable(parts),
  ExecuteStatement: executeStatement(parts),
  GetStatementResult: getStatementResult(parts),
  ListDatabases: listDatabases(parts),
  ListSchemas: listSchemas(parts),
  ListStatements: listStatements(parts),
  ListTables: listTables(parts),
});
