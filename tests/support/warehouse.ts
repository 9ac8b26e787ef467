import {
  DescribeStatementCommand,
  ExecuteStatementCommand,
  GetStatementResultCommand,
  RedshiftDataClient,
} from '@aws-sdk/client-redshift-data';
import { aws, stack } from './stack.ts';

/** The rows of a statement of the test's own, as texts. Throws what Redshift says. */
export const ask = async (Sql: string, endpoint = stack.aws): Promise<string[][]> => {
  const redshift = new RedshiftDataClient({ ...aws, endpoint });
  const { Id } = await redshift.send(
    new ExecuteStatementCommand({ Sql, WorkgroupName: 'readout', Database: 'dev' }),
  );
  const {
    Status,
    Error: problem,
    HasResultSet,
  } = await redshift.send(new DescribeStatementCommand({ Id, WaitTimeSeconds: 30 }));
  if (Status !== 'FINISHED') throw new Error(`${Sql}: ${problem}`);
  if (!HasResultSet) return [];
  const { Records = [] } = await redshift.send(new GetStatementResultCommand({ Id }));
  return Records.map((row) => row.map((field) => String(Object.values(field)[0])));
};
