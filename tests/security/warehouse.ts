import {
  DescribeStatementCommand,
  ExecuteStatementCommand,
  GetStatementResultCommand,
  RedshiftDataClient,
} from '@aws-sdk/client-redshift-data';
import { aws } from '../support/stack.ts';

const redshift = new RedshiftDataClient(aws);

const ask = async (Sql: string): Promise<string[][]> => {
  const target = { WorkgroupName: 'readout', Database: 'dev' };
  const { Id } = await redshift.send(new ExecuteStatementCommand({ Sql, ...target }));
  const { Status, Error: problem } = await redshift.send(
    new DescribeStatementCommand({ Id, WaitTimeSeconds: 30 }),
  );
  if (Status !== 'FINISHED') throw new Error(`${Sql}: ${problem}`);
  const { Records = [] } = await redshift.send(new GetStatementResultCommand({ Id }));
  return Records.map((row) => row.map((field) => String(Object.values(field)[0])));
};

/** The tables that the sample has. Other tests of the same stack make and drop tables of their own. */
const SAMPLE = ['airports', 'flights', 'nyc_yellow_taxi'];

/** Every table of the sample, how many rows it has, and a sum over one of its columns; and the schemas there are. */
export const warehouse = async (): Promise<object> => {
  const sums = { airports: 'latitude', flights: 'delay', nyc_yellow_taxi: 'total_amount' };
  const tables = await ask("select tablename from pg_tables where schemaname = 'public'");
  const contents = await Promise.all(
    Object.entries(sums).map(([table, column]) =>
      ask(`select '${table}', count(*), round(sum(${column})) from ${table}`),
    ),
  );
  return {
    sample: tables
      .flat()
      .filter((table) => SAMPLE.includes(table))
      .sort(),
    owned: tables.flat().filter((table) => /owned|gone/.test(table)),
    contents,
    schemas: (await ask('select nspname from pg_namespace')).flat().sort(),
  };
};
