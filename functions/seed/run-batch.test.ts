import { RedshiftDataClient } from '@aws-sdk/client-redshift-data';
import { type AwsServer, awsServer } from '@readout/runtime/testing/aws-server.ts';
import { runBatch } from './run-batch.ts';

let server: AwsServer;
let statuses: object[];
const pauses: number[] = [];

beforeEach(async () => {
  pauses.length = 0;
  server = await awsServer({
    BatchExecuteStatement: () => ({ Id: 'c016234e-5c6c-4bc5-bb16-2c5b8ff61814' }),
    DescribeStatement: () => statuses.shift() ?? {},
  });
});
afterEach(() => server.close());

const run = (
  statements: string[],
  warehouse: object = { WorkgroupName: 'readout', DbUser: '', SecretArn: undefined },
) =>
  runBatch({
    redshift: new RedshiftDataClient(server.client),
    warehouse: { Database: 'dev', ...warehouse },
    pause: async (milliseconds) => void pauses.push(milliseconds),
  })('schema/a.sql', statements);

it('runs one transaction and waits for its end without hurry', async () => {
  statuses = [{ Status: 'STARTED' }, { Status: 'FINISHED', Duration: 1_500_000_000 }];
  expect(await run(['delete from a', 'select 1'])).toBe(1500);
  expect(server.asked.map(({ operation }) => operation)).toEqual([
    'BatchExecuteStatement',
    'DescribeStatement',
    'DescribeStatement',
  ]);
  expect(server.asked[0]?.input).toEqual({
    Sqls: ['delete from a', 'select 1'],
    ExecutionMode: 'TRANSACTION',
    StatementName: 'seed schema/a.sql',
    Database: 'dev',
    WorkgroupName: 'readout',
    ClientToken: expect.any(String),
  });
  expect(server.asked[1]?.input).toMatchObject({ WaitTimeSeconds: 20 });
  expect(pauses).toEqual([1000]);
});

it.each([
  [
    'Redshift’s message',
    { Status: 'FAILED', Error: 'Query #1 failed with ERROR: no' },
    'schema/a.sql: Query #1 failed',
  ],
  ['that it was cancelled', { Status: 'ABORTED' }, 'schema/a.sql: the statement was ABORTED'],
])('fails with %s', async (_name, status, message) => {
  statuses = [status];
  await expect(run(['select 1'])).rejects.toThrow(message);
});

it.each([
  ['without a statement', [], 'holds no statement'],
  ['with more statements than a batch takes', Array(41).fill('select 1'), '41 statements are more'],
])('refuses a script %s', async (_name, statements, message) => {
  await expect(run(statements)).rejects.toThrow(message);
  expect(server.asked).toEqual([]);
});
