import { randomUUID } from 'node:crypto';
import {
  CancelStatementCommand,
  DescribeStatementCommand,
  ExecuteStatementCommand,
  GetStatementResultCommand,
  ListStatementsCommand,
} from '@aws-sdk/client-redshift-data';
import { startTestClient, type TestClient } from './test-client.ts';

let data: TestClient;
beforeEach(async () => {
  data = await startTestClient();
});
afterEach(() => data.close());

const target = { WorkgroupName: 'analytics', Database: 'dev' };
const endless = 'select count(*) from generate_series(1, 100000000000) as t(x) where x % 7 = 3';
const execute = (Sql: string, more = {}) =>
  data.client.send(new ExecuteStatementCommand({ ...target, Sql, ...more }));
const describe_ = (Id: string | undefined, more = {}) =>
  data.client.send(new DescribeStatementCommand({ Id, ...more }));

describe('a statement', () => {
  it('answers with an id at once and finishes by itself', async () => {
    const submitted = await execute('select 1');
    expect(submitted).toMatchObject({ ...target, DbUser: 'IAMR:tester' });
    expect(submitted.CreatedAt).toEqual(new Date('2026-01-31T12:00:00.250Z'));
    expect(submitted).not.toHaveProperty('Status');
    expect(await describe_(submitted.Id, { WaitTimeSeconds: 30 })).toMatchObject({
      Id: submitted.Id,
      Status: 'FINISHED',
      QueryString: 'select 1',
      HasResultSet: true,
      ResultRows: 1,
      ResultSize: 11,
      ResultFormat: 'json',
    });
  });

  it('is running while others finish', async () => {
    const slow = await execute(endless);
    expect(await data.rows('select 1')).toEqual([['1']]);
    expect(await describe_(slow.Id)).toMatchObject({
      Status: 'STARTED',
      HasResultSet: false,
      ResultRows: -1,
      ResultSize: -1,
      Duration: -1,
      RedshiftQueryId: 0,
    });
  });

  it('waits in a queue when the engine is full, and can be cancelled there', async () => {
    const full = await startTestClient({ concurrency: 1 });
    const send = (Sql: string) => full.client.send(new ExecuteStatementCommand({ ...target, Sql }));
    const [first, second] = [await send(endless), await send('select 2')];
    expect(await full.client.send(new DescribeStatementCommand({ Id: second.Id }))).toMatchObject({
      Status: 'SUBMITTED',
      RedshiftPid: 0,
    });
    const cancelled = full.client.send(new CancelStatementCommand({ Id: second.Id }));
    await full.client.send(new CancelStatementCommand({ Id: first.Id }));
    expect(await cancelled).toMatchObject({ Status: true });
    await full.close();
  });

  it('counts the rows that it changed', async () => {
    await data.run('create table t (a integer)');
    expect(await data.run('insert into t values (1), (2), (3)')).toMatchObject({
      ResultRows: 3,
      HasResultSet: false,
    });
    expect(await data.run('update t set a = 9 where a > 1')).toMatchObject({ ResultRows: 2, ResultSize: 0 });
    expect(await data.run('delete from t where a = 1')).toMatchObject({ ResultRows: 1 });
    expect(await data.run('truncate table t')).toMatchObject({ ResultRows: 0, Status: 'FINISHED' });
  });

  it('undoes all of a text of several statements when one fails', async () => {
    expect(
      await data.run('create table u (a integer); insert into u values (1); select * from nowhere'),
    ).toMatchObject({
      Status: 'FAILED',
      Error: 'ERROR: relation "nowhere" does not exist',
    });
    expect(await data.run('select * from u')).toMatchObject({ Error: 'ERROR: relation "u" does not exist' });
  });

  it('runs once for one ClientToken, until eight hours have passed', async () => {
    await data.run('create table v (a integer)');
    const once = { ClientToken: 'the-same' };
    const [first, again] = [
      await data.run('insert into v values (1)', once),
      await data.run('insert into v values (1)', once),
    ];
    expect(again.Id).toBe(first.Id);
    expect(await data.rows('select count(*) from v')).toEqual([['1']]);
    data.clock.time += 8 * 3600 * 1000;
    expect((await data.run('insert into v values (1)', once)).Id).not.toBe(first.Id);
  });

  it('answers ExecuteStatement with its state when asked to wait', async () => {
    expect(await execute('select 1', { WaitTimeSeconds: 30 })).toMatchObject({
      Status: 'FINISHED',
      HasResultSet: true,
    });
    expect(await execute(endless, { WaitTimeSeconds: 1 })).toMatchObject({
      Status: 'STARTED',
      HasResultSet: false,
    });
  });
});

describe('cancelling', () => {
  it('stops the engine', async () => {
    const { Id } = await execute(endless);
    expect(await data.client.send(new CancelStatementCommand({ Id }))).toMatchObject({ Status: true });
    const described = await describe_(Id);
    expect(described).toMatchObject({ Status: 'ABORTED', HasResultSet: false, ResultRows: -1 });
    expect(described.Error).toMatch(/cancelled on user's request/);
  });

  it('refuses what has ended', async () => {
    const { Id } = await data.run('select 1');
    await expect(data.client.send(new CancelStatementCommand({ Id }))).rejects.toMatchObject({
      name: 'ValidationException',
      message: `Could not cancel a query that is already in FINISHED state with ID: ${Id}`,
    });
  });
});

describe('whose a statement is', () => {
  const role = (name: string, session: string) => `arn:aws:sts::000000000000:assumed-role/${name}/${session}`;

  it('is the role: another session of it may read, another role sees nothing', async () => {
    data.server.callAs(role('reports', 'one'));
    const { Id } = await data.run('select 1');
    data.server.callAs(role('reports', 'two'));
    await expect(describe_(Id)).resolves.toMatchObject({ Status: 'FINISHED' });
    data.server.callAs(role('reports-2', 'one'));
    const missing = { name: 'ResourceNotFoundException', message: 'Query does not exist.' };
    await expect(describe_(Id)).rejects.toMatchObject(missing);
    await expect(data.client.send(new GetStatementResultCommand({ Id }))).rejects.toMatchObject(missing);
    await expect(data.client.send(new CancelStatementCommand({ Id }))).rejects.toMatchObject(missing);
    expect((await data.client.send(new ListStatementsCommand({}))).Statements).toEqual([]);
  });
});

describe('after 24 hours', () => {
  it('a result has expired', async () => {
    const { Id } = await data.run('select 1');
    data.clock.time += 24 * 3600 * 1000;
    await expect(describe_(Id)).rejects.toMatchObject({
      name: 'ValidationException',
      message: 'Could not retrieve the query result as it has expired after 1769947200.',
    });
  });
});

describe('the completion event', () => {
  it('tells who ran what, and how it ended', async () => {
    await data.run('select 1', { WithEvent: true, StatementName: 'stack:1' });
    await data.run('select * from nowhere', {
      WithEvent: true,
      ClusterIdentifier: 'warehouse',
      WorkgroupName: undefined,
    });
    await data.run('select 1');
    expect(data.events).toHaveLength(2);
    expect(data.events[0]).toMatchObject({
      version: '0',
      'detail-type': 'Redshift Data Statement Status Change',
      source: 'aws.redshift-data',
      account: '000000000000',
      region: 'us-east-1',
      time: '2026-01-31T12:00:00Z',
      detail: {
        principal: 'arn:aws:sts::000000000000:assumed-role/tester/session',
        statementName: 'stack:1',
        state: 'FINISHED',
        rows: 1,
        expireAt: 1769947200,
      },
    });
    expect(data.events[1]).toMatchObject({
      resources: ['arn:aws:redshift:us-east-1:000000000000:cluster:warehouse'],
      detail: { state: 'FAILED' },
    });
  });
});

describe('listing', () => {
  it('gives finished statements, newest first, by a prefix of their name', async () => {
    const first = await data.run('select 1', { StatementName: 'stack:1' });
    const second = await data.run('select 2', { StatementName: 'stack:2' });
    await data.run('select 3', { StatementName: 'other' });
    await data.run('select nothing', { StatementName: 'stack:3' });
    const list = (more = {}) =>
      data.client.send(new ListStatementsCommand({ StatementName: 'stack:', ...more }));
    expect((await list()).Statements?.map(({ Id }) => Id)).toEqual([second.Id, first.Id]);
    const page = await list({ Status: 'ALL', MaxResults: 2 });
    expect(page.Statements).toHaveLength(2);
    const rest = await list({ Status: 'ALL', MaxResults: 2, NextToken: page.NextToken });
    expect(rest.Statements?.map(({ Id }) => Id)).toEqual([first.Id]);
    expect(rest).not.toHaveProperty('NextToken');
  });
});

describe('what is refused before anything runs', () => {
  it.each([
    [
      'no target',
      { WorkgroupName: undefined },
      'Either ClusterIdentifier or WorkgroupName needs to be specified.',
    ],
    ['an unknown target', { WorkgroupName: 'nowhere' }, "Redshift endpoint doesn't exist in this region."],
    [
      'a text over 100 KB',
      { Sql: `select '${'x'.repeat(102400)}'` },
      'Cannot process query string larger than 100kB',
    ],
    [
      'unused parameters',
      { Sql: "select ':a', :c -- :b", Parameters: ['a', 'b', 'c'].map((name) => ({ name, value: '1' })) },
      'Parameters list contains unused parameters. Unused parameters: [a, b]',
    ],
  ])('%s', async (_what, change, message) => {
    await expect(execute('select 1', change)).rejects.toMatchObject({ name: 'ValidationException', message });
    expect((await data.client.send(new ListStatementsCommand({ Status: 'ALL' }))).Statements).toEqual([]);
  });

  it('malformed and unknown ids', async () => {
    await expect(describe_('what')).rejects.toMatchObject({
      name: 'ValidationException',
      message: 'id must satisfy regex pattern: ^[a-z0-9]{8}(-[a-z0-9]{4}){3}-[a-z0-9]{12}(:\\d+)?$',
    });
    await expect(describe_(randomUUID())).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  });
});
