import { randomUUID } from 'node:crypto';
import {
  BatchExecuteStatementCommand,
  CancelStatementCommand,
  DescribeStatementCommand,
  ExecuteStatementCommand,
  ListSessionsCommand,
  type ListSessionsCommandInput,
} from '@aws-sdk/client-redshift-data';
import { startTestClient, type TestClient } from '../test-client.ts';

let data: TestClient;
beforeEach(async () => {
  data = await startTestClient();
});
afterEach(() => data.close());

const endless = 'select count(*) from generate_series(1, 100000000000) as t(x) where x % 7 = 3';
const inherit = { WorkgroupName: undefined, Database: undefined };
const open = async (seconds = 60, sql = 'create temp table t (a integer)') => {
  const input = { Sql: sql, WorkgroupName: 'analytics', Database: 'dev', SessionKeepAliveSeconds: seconds };
  const opened = await data.client.send(new ExecuteStatementCommand({ ...input, WaitTimeSeconds: 30 }));
  return opened.SessionId as string;
};
const inSession = (SessionId: string) => ({ ...inherit, SessionId });
const send = (SessionId: string, Sql: string, more = {}) =>
  data.client.send(new ExecuteStatementCommand({ Sql, SessionId, ...more }));
const list = async (input: ListSessionsCommandInput = {}) =>
  (await data.client.send(new ListSessionsCommand(input))).Sessions ?? [];
const unavailable = { name: 'ValidationException', message: 'Session is not available' };

it('keeps temporary tables and the target from one statement to the next', async () => {
  const SessionId = await open();
  expect(SessionId).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4/);
  await data.run('insert into t values (7)', inSession(SessionId));
  expect(await data.rows('select a from t', inSession(SessionId))).toEqual([['7']]);
  expect(await data.run('select a from t', inSession(SessionId))).toMatchObject({
    SessionId,
    WorkgroupName: 'analytics',
    Database: 'dev',
  });
  expect((await data.run('select a from t')).Error).toBe('ERROR: relation "t" does not exist');
});

it('holds an open transaction; a failure in it aborts it until ROLLBACK', async () => {
  const SessionId = await open(60, 'create table kept (a integer)');
  const run = (sql: string) => data.run(sql, inSession(SessionId));
  await run('begin');
  await run('insert into kept values (1)');
  expect((await run('select * from nowhere')).Status).toBe('FAILED');
  expect((await run('select 1')).Error).toBe(
    'ERROR: current transaction is aborted, commands ignored until end of transaction block',
  );
  await run('rollback');
  expect(await data.rows('select count(*) from kept', inSession(SessionId))).toEqual([['0']]);
});

it('is there only where it was asked for', async () => {
  expect(await open(0)).toBeUndefined();
  expect(await data.run('select 1')).not.toHaveProperty('SessionId');
  expect(await list()).toEqual([]);
});

it('stays when the batch that opened it fails', async () => {
  const { SessionId } = await data.client.send(
    new BatchExecuteStatementCommand({
      ...{ Sqls: ['create temp table s (a integer)', 'select * from nowhere'], SessionKeepAliveSeconds: 60 },
      ...{ WorkgroupName: 'analytics', Database: 'dev', WaitTimeSeconds: 30 },
    }),
  );
  expect(await data.rows('select 1', inSession(SessionId as string))).toEqual([['1']]);
});

describe('one statement at a time', () => {
  it('is busy meanwhile, and free after a cancel', async () => {
    const SessionId = await open();
    const { Id } = await send(SessionId, endless);
    await expect(send(SessionId, 'select 1')).rejects.toMatchObject(unavailable);
    expect(await list()).toMatchObject([{ SessionId, Status: 'BUSY', CurrentStatementId: Id }]);
    await data.client.send(new CancelStatementCommand({ Id }));
    expect(await data.rows('select 1', inSession(SessionId))).toEqual([['1']]);
  });

  it('answers a repeated ClientToken with the first statement only once that has ended', async () => {
    const SessionId = await open();
    const { Id } = await send(SessionId, endless, { ClientToken: 'once' });
    await expect(send(SessionId, endless, { ClientToken: 'once' })).rejects.toMatchObject(unavailable);
    await data.client.send(new CancelStatementCommand({ Id }));
    expect(await send(SessionId, endless, { ClientToken: 'once' })).toMatchObject({ Id });
  });
});

describe('its end', () => {
  it('comes after its idle time, which each statement starts anew', async () => {
    const SessionId = await open(60);
    data.clock.time += 59_000;
    await data.run('select 1', inSession(SessionId));
    data.clock.time += 59_000;
    await data.run('select 1', { ...inSession(SessionId), SessionKeepAliveSeconds: 10 });
    data.clock.time += 10_000;
    await expect(send(SessionId, 'select 1')).rejects.toMatchObject(unavailable);
    expect(await list()).toEqual([]);
    expect(await list({ SessionId })).toMatchObject([{ Status: 'CLOSED', SessionAliveSeconds: 10 }]);
    expect(await list({ Status: 'CLOSED' })).toHaveLength(1);
  });

  it('comes after 24 hours also while a statement runs, which is terminated', async () => {
    const SessionId = await open(86400);
    data.clock.time += 23 * 3600_000;
    const { Id } = await send(SessionId, endless);
    data.clock.time += 3600_000;
    const described = new DescribeStatementCommand({ Id, WaitTimeSeconds: 30 });
    expect(await data.client.send(described)).toMatchObject({ Status: 'ABORTED' });
    await expect(send(SessionId, 'select 1')).rejects.toMatchObject(unavailable);
  });

  it('is forgotten a day later', async () => {
    const SessionId = await open(1);
    data.clock.time += 1000;
    await list();
    data.clock.time += 24 * 3600_000;
    await expect(list({ SessionId })).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
    await expect(send(SessionId, 'select 1')).rejects.toMatchObject({
      message: `Session with Id: ${SessionId} is invalid`,
    });
  });
});

describe('what is refused', () => {
  it('a session that never was, and one of another role', async () => {
    const unknown = randomUUID();
    const invalid = (id: string) => ({
      name: 'ValidationException',
      message: `Session with Id: ${id} is invalid`,
    });
    await expect(send(unknown, 'select 1')).rejects.toMatchObject(invalid(unknown));
    const SessionId = await open();
    data.server.callAs('arn:aws:sts::000000000000:assumed-role/other/session');
    await expect(send(SessionId, 'select 1')).rejects.toMatchObject(invalid(SessionId));
    expect(await list()).toEqual([]);
  });

  it.each([
    ['a target', { WorkgroupName: 'analytics' }],
    ['a database', { Database: 'dev' }],
  ])('%s beside SessionId', async (_what, more) => {
    const SessionId = await open();
    await expect(send(SessionId, 'select 1', more)).rejects.toMatchObject({
      name: 'ValidationException',
      message: expect.stringContaining('SessionId cannot be specified together'),
    });
  });

  it('more than 500 of one workgroup', async () => {
    const input = { Sql: '--', WorkgroupName: 'analytics', Database: 'dev', SessionKeepAliveSeconds: 600 };
    for (let batch = 0; batch < 25; batch += 1) {
      await Promise.all(
        Array.from({ length: 20 }, () => data.client.send(new ExecuteStatementCommand(input))),
      );
    }
    await expect(data.client.send(new ExecuteStatementCommand(input))).rejects.toMatchObject({
      name: 'ActiveSessionsExceededException',
    });
    const other = { ...input, WorkgroupName: undefined, ClusterIdentifier: 'warehouse' };
    expect((await data.client.send(new ExecuteStatementCommand(other))).SessionId).toBeDefined();
  });
});

it('is listed page by page, newest first, by its filters', async () => {
  const ids = [await open(), await open(), await open()];
  const first = await data.client.send(new ListSessionsCommand({ MaxResults: 2, Database: 'dev' }));
  expect(first.Sessions?.map(({ SessionId }) => SessionId)).toEqual([ids[2], ids[1]]);
  const { NextToken } = first;
  const second = await data.client.send(
    new ListSessionsCommand({ MaxResults: 2, Database: 'dev', NextToken }),
  );
  expect(second.Sessions?.map(({ SessionId }) => SessionId)).toEqual([ids[0]]);
  expect(second).not.toHaveProperty('NextToken');
  expect(await list({ ClusterIdentifier: 'warehouse' })).toEqual([]);
  await expect(list({ SessionId: ids[0], Status: 'BUSY' })).rejects.toMatchObject({
    name: 'ValidationException',
  });
});
