import {
  ActiveWaitingRequestsExceededException,
  DescribeStatementCommand,
  ExecuteStatementCommand,
  ListStatementsCommand,
} from '@aws-sdk/client-redshift-data';
import { startTestClient, type TestClient } from './test-client.ts';

let data: TestClient;
beforeEach(async () => {
  data = await startTestClient({ concurrency: 1 });
});
afterEach(() => data.close());

const target = { WorkgroupName: 'analytics', Database: 'dev' };
const endless = 'select count(*) from generate_series(1, 100000000000) as t(x) where x % 7 = 3';
const execute = (Sql: string, more = {}) =>
  data.client.send(new ExecuteStatementCommand({ ...target, Sql, ...more }));
const hours = 3600_000;

it('fails a statement with a row over 64 KB, and keeps one just below', async () => {
  expect(await data.run("select repeat('x', 65536) as a")).toMatchObject({ Status: 'FINISHED' });
  expect(await data.run("select 'é' || repeat('x', 65535) as a")).toMatchObject({
    Status: 'FAILED',
    Error: 'Packet for query is too large',
  });
});

it('fails a statement with a result over 500 MB before it has read it all', async () => {
  const sql = "select repeat('x', 20000) as a from generate_series(1, 100000000) as t(x)";
  expect(await data.run(sql)).toMatchObject({
    Status: 'FAILED',
    Error: 'Database response exceeded size limit',
  });
});

it('takes 500 active statements of one workgroup', async () => {
  for (let batch = 0; batch < 20; batch += 1) {
    await Promise.all(Array.from({ length: 25 }, () => execute(endless)));
  }
  await expect(execute('select 1')).rejects.toMatchObject({ name: 'ActiveStatementsExceededException' });
  const other = { WorkgroupName: undefined, ClusterIdentifier: 'warehouse' };
  await expect(execute('select 1', other)).resolves.toMatchObject({ ClusterIdentifier: 'warehouse' });
});

it('takes ten requests that wait for one statement', async () => {
  const { Id } = await execute(endless);
  const wait = (seconds: number) =>
    data.client.send(new DescribeStatementCommand({ Id, WaitTimeSeconds: seconds }));
  const waiting = Array.from({ length: 10 }, () => wait(1));
  const refused = await Promise.allSettled([...waiting, wait(1)]);
  expect(refused.filter(({ status }) => status === 'fulfilled')).toHaveLength(10);
  expect(refused.find(({ status }) => status === 'rejected')).toMatchObject({
    reason: expect.any(ActiveWaitingRequestsExceededException),
  });
  await expect(wait(1)).resolves.toMatchObject({ Status: 'STARTED' });
});

it('ends a statement after 24 hours, and forgets the expired one a day later', async () => {
  const { Id } = await execute(endless);
  data.clock.time += 24 * hours;
  const described = await data.client.send(new DescribeStatementCommand({ Id, WaitTimeSeconds: 30 }));
  expect(described.Status).toBe('ABORTED');
  await data.client.send(new ListStatementsCommand({}));
  const describe_ = () => data.client.send(new DescribeStatementCommand({ Id }));
  await expect(describe_()).rejects.toMatchObject({
    name: 'ValidationException',
    message: 'Could not retrieve the query result as it has expired after 1769947200.',
  });
  data.clock.time += 24 * hours;
  await expect(describe_()).rejects.toMatchObject({
    name: 'ResourceNotFoundException',
    message: 'Query does not exist.',
  });
});

it('refuses requests above the rate when asked to', async () => {
  await data.close();
  data = await startTestClient({ throttle: true });
  const { Id } = await execute('select 1');
  for (let request = 1; request < 30; request += 1) await execute('--');
  await expect(execute('select 1')).rejects.toMatchObject({
    name: 'ThrottlingException',
    message: 'Rate exceeded',
  });
  await expect(data.client.send(new DescribeStatementCommand({ Id }))).resolves.toBeDefined();
  data.clock.time += 34; // room for one of thirty a second
  await expect(execute('select 1')).resolves.toBeDefined();
  await expect(execute('select 1')).rejects.toMatchObject({ name: 'ThrottlingException' });
});
