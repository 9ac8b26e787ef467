import {
  BatchExecuteStatementCommand,
  type BatchExecuteStatementCommandInput,
  CancelStatementCommand,
  DescribeStatementCommand,
  GetStatementResultCommand,
} from '@aws-sdk/client-redshift-data';
import { startTestClient, type TestClient } from './test-client.ts';

let data: TestClient;
beforeEach(async () => {
  data = await startTestClient();
});
afterEach(() => data.close());

const submit = (Sqls: string[], more: Partial<BatchExecuteStatementCommandInput> = {}) =>
  data.client.send(
    new BatchExecuteStatementCommand({ Sqls, WorkgroupName: 'analytics', Database: 'dev', ...more }),
  );
const batch = async (sqls: string[], more: Partial<BatchExecuteStatementCommandInput> = {}) => {
  const { Id } = await submit(sqls, more);
  return data.client.send(new DescribeStatementCommand({ Id, WaitTimeSeconds: 30 }));
};

it('runs in order on one connection, and each part has its own result', async () => {
  const done = await batch([
    'create temp table s (a integer)',
    'insert into s values (5)',
    'select a from s',
  ]);
  expect(done).toMatchObject({ Status: 'FINISHED', HasResultSet: true, RedshiftQueryId: 0 });
  expect(done).not.toHaveProperty('QueryString');
  expect(done.SubStatements?.map(({ Id }) => Id)).toEqual([1, 2, 3].map((part) => `${done.Id}:${part}`));
  const { Records } = await data.client.send(new GetStatementResultCommand({ Id: `${done.Id}:3` }));
  expect(Records).toEqual([[{ longValue: 5 }]]);
  await expect(data.client.send(new GetStatementResultCommand({ Id: done.Id }))).rejects.toMatchObject({
    message: 'BatchExecuteStatement result can only be retrieved with sub-statement id.',
  });
  const part = await data.client.send(new DescribeStatementCommand({ Id: `${done.Id}:2` }));
  expect(part).toMatchObject({ Id: done.Id, SubStatements: [{ Id: `${done.Id}:2`, ResultRows: 1 }] });
});

it('is one transaction: a failure undoes all and stops the rest', async () => {
  const failed = await batch(['create table s (a integer)', 'select nothing', 'select 1']);
  expect(failed).toMatchObject({
    Status: 'FAILED',
    Error: 'Query #2 failed with ERROR: column "nothing" does not exist',
    SubStatements: [
      { Status: 'FINISHED' },
      { Status: 'FAILED', Error: 'ERROR: column "nothing" does not exist' },
      { Status: 'ABORTED', Error: 'Connection or an prior query failed.' },
    ],
  });
  expect((await data.run('select * from s')).Error).toBe('ERROR: relation "s" does not exist');
});

it('goes on after a failure in AUTO_COMMIT, keeping what succeeded', async () => {
  const mixed = await batch(['create table s (a integer)', 'select nothing', 'insert into s values (1)'], {
    ExecutionMode: 'AUTO_COMMIT',
  });
  expect(mixed.SubStatements?.map(({ Status }) => Status)).toEqual(['FINISHED', 'FAILED', 'FINISHED']);
  expect(await data.rows('select a from s')).toEqual([['1']]);
});

it('shares its parameters, each of which some statement uses', async () => {
  const Parameters = [
    { name: 'a', value: '1' },
    { name: 'b', value: '2' },
  ];
  const done = await batch(['select :a::integer as x', 'select :b::integer as x'], { Parameters });
  expect(done.Status).toBe('FINISHED');
  await expect(submit(['select :a'], { Parameters })).rejects.toThrow('Unused parameters: [b]');
});

it('is cancelled as a whole', async () => {
  const endless = 'select count(*) from generate_series(1, 100000000000) as t(x) where x % 7 = 3';
  const { Id } = await submit(['create table s (a integer)', endless, 'select 1']);
  await data.client.send(new CancelStatementCommand({ Id }));
  const { Status, SubStatements } = await data.client.send(new DescribeStatementCommand({ Id }));
  expect(Status).toBe('ABORTED');
  expect(SubStatements?.at(-1)?.Status).toBe('ABORTED');
  expect((await data.run('select * from s')).Status).toBe('FAILED');
});

it('holds 1 to 40 statements', async () => {
  await expect(submit(Array(41).fill('select 1'))).rejects.toMatchObject({ name: 'ValidationException' });
});

it('lets wait for one part while the others go on', async () => {
  const endless = 'select count(*) from generate_series(1, 100000000000) as t(x) where x % 7 = 3';
  const { Id } = await submit(["select 'first' as a", endless]);
  const first = new GetStatementResultCommand({ Id: `${Id}:1`, WaitTimeSeconds: 30 });
  expect((await data.client.send(first)).Records).toEqual([[{ stringValue: 'first' }]]);
  const part = await data.client.send(new DescribeStatementCommand({ Id: `${Id}:1`, WaitTimeSeconds: 30 }));
  expect(part).toMatchObject({ Status: 'STARTED', SubStatements: [{ Status: 'FINISHED' }] });
  const second = new GetStatementResultCommand({ Id: `${Id}:2`, WaitTimeSeconds: 1 });
  await expect(data.client.send(second)).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  await data.client.send(new CancelStatementCommand({ Id: `${Id}:2` }));
  const whole = await data.client.send(new DescribeStatementCommand({ Id }));
  expect(whole).toMatchObject({ Status: 'ABORTED', SubStatements: [{}, { Status: 'ABORTED' }] });
});

it('is found by parts that it has', async () => {
  const done = await batch(['select 1', 'select 2']);
  const single = await data.run('select 1');
  for (const Id of [`${done.Id}:0`, `${done.Id}:3`, `${single.Id}:1`]) {
    await expect(data.client.send(new DescribeStatementCommand({ Id }))).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
      message: 'Query does not exist.',
    });
  }
});

it('takes BEGIN and COMMIT of its own in AUTO_COMMIT', async () => {
  const sqls = [
    'create table s (a integer)',
    'begin',
    'insert into s values (1)',
    'rollback',
    'begin',
    'insert into s values (2)',
    'commit',
  ];
  expect(await batch(sqls, { ExecutionMode: 'AUTO_COMMIT' })).toMatchObject({ Status: 'FINISHED' });
  expect(await data.rows('select a from s')).toEqual([['2']]);
});
