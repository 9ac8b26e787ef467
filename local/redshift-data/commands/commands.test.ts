import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startTestClient, type TestClient } from '../test-client.ts';

let data: TestClient;
beforeAll(async () => {
  data = await startTestClient();
});
afterAll(() => data.close());

const all = async (...statements: string[]) => {
  for (const statement of statements)
    expect((await data.run(statement)).Error ?? 'FINISHED').toBe('FINISHED');
};

it('moves rows by ALTER TABLE APPEND and leaves the source empty', async () => {
  await all(
    'create table target (a integer, b varchar(5))',
    'create table source (b varchar(5), a integer)',
    "insert into source values ('x', 1), ('y', 2)",
    'alter table target append from source',
  );
  expect(await data.rows('select a, b from target order by a')).toEqual([
    ['1', 'x'],
    ['2', 'y'],
  ]);
  expect(await data.rows('select count(*) from source')).toEqual([['0']]);
});

it('appends what both tables have with IGNOREEXTRA and FILLTARGET', async () => {
  await all(
    'create table wide (a integer, b integer default 5, c integer)',
    'create table narrow (a integer)',
    'insert into narrow values (1)',
    'alter table wide append from narrow filltarget',
    'insert into wide values (2, 3, 4)',
    'alter table narrow append from wide ignoreextra',
  );
  expect(await data.rows('select a from narrow order by a')).toEqual([['1'], ['2']]);
  expect((await data.run('alter table narrow append from wide')).Error).toMatch(/^ERROR: .*: b, c$/);
});

it('counts the rows that MERGE and procedures change as Redshift does', async () => {
  await all(
    'create table counted (id integer, n integer)',
    'create table changes (id integer, n integer)',
    'insert into counted values (1, 1)',
    'insert into changes values (1, 2), (2, 2)',
  );
  const merge = `merge into counted using changes on counted.id = changes.id when matched then update set n = changes.n
                 when not matched then insert values (changes.id, changes.n)`;
  expect(await data.run(merge)).toMatchObject({ ResultRows: 2, HasResultSet: false });
  await all(
    'create procedure add_one(x int) as $$ begin insert into counted values (x, x); end; $$ language plpgsql',
  );
  expect(await data.run('call add_one(:x)', { Parameters: [{ name: 'x', value: '9' }] })).toMatchObject({
    Status: 'FINISHED',
    HasResultSet: false,
    ResultRows: 0,
  });
  expect(await data.rows('select n from counted order by id')).toEqual([['2'], ['2'], ['9']]);
});

it('undoes all that a failed procedure did', async () => {
  await all(
    'create table undone (a integer)',
    "create procedure fail() as $$ begin insert into undone values (1); raise exception 'stop at %', 1; end; $$ language plpgsql",
  );
  expect((await data.run('call fail()')).Error).toBe('ERROR: stop at 1');
  expect(await data.rows('select count(*) from undone')).toEqual([['0']]);
});

it('names the database and the user that the statement was sent for', async () => {
  await all('create table named (a integer)');
  const sent = { WorkgroupName: undefined, ClusterIdentifier: 'warehouse', DbUser: 'ann', Database: 'dev' };
  expect(await data.rows('select current_user, current_database()', sent)).toEqual([['ann', 'dev']]);
  expect(await data.rows("select table_catalog from svv_tables where table_name = 'named'", sent)).toEqual([
    ['dev'],
  ]);
  expect(await data.rows('select a from dev.public.named', sent)).toEqual([]);
});

it('keeps procedures, functions, materialized views and keys in the database file', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'commands-'));
  const databaseFile = join(folder, 'warehouse.duckdb');
  const first = await startTestClient({ databaseFile });
  for (const statement of [
    'create table kept (a integer distkey, b varchar(3) sortkey)',
    'create materialized view seen as select count(*) as n from kept',
    'create function twice (int) returns int immutable as $$ select $1 * 2 $$ language sql',
    "create procedure fill(x int) as $$ begin insert into kept values (x, 'abc'); end; $$ language plpgsql",
  ])
    expect((await first.run(statement)).Error).toBeUndefined();
  await first.close();
  const second = await startTestClient({ databaseFile });
  await second.run('call fill(twice(4))');
  await second.run('refresh materialized view seen');
  expect(await second.rows('select n from seen')).toEqual([['1']]);
  expect(await second.rows('select a from kept')).toEqual([['8']]);
  expect(
    await second.rows('select "column", distkey, sortkey from pg_table_def where tablename = \'kept\''),
  ).toEqual([
    ['a', 'true', '0'],
    ['b', 'false', '1'],
  ]);
  expect((await second.run("insert into kept values (1, 'abcd')")).Error).toBe(
    'ERROR: value too long for type character varying(3)',
  );
  await second.close();
  await rm(folder, { recursive: true });
});

it('stops a procedure that never ends', async () => {
  await all('create procedure endless() as $$ begin loop null; end loop; end; $$ language plpgsql');
  const { ExecuteStatementCommand, CancelStatementCommand, DescribeStatementCommand } = await import(
    '@aws-sdk/client-redshift-data'
  );
  const input = { Sql: 'call endless()', WorkgroupName: 'analytics', Database: 'dev' };
  const { Id } = await data.client.send(new ExecuteStatementCommand(input));
  expect(await data.rows('select 1')).toEqual([['1']]);
  await data.client.send(new CancelStatementCommand({ Id }));
  expect(await data.client.send(new DescribeStatementCommand({ Id }))).toMatchObject({ Status: 'ABORTED' });
});
