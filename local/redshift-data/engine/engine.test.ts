import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startTestClient, type TestClient } from '../test-client.ts';

let data: TestClient;
beforeAll(async () => {
  data = await startTestClient();
  await data.run('create table Orders (OrderId integer not null, total decimal(10,2))');
});
afterAll(() => data.close());

it.each([
  ['select * from users', 'ERROR: relation "users" does not exist'],
  ['select * from nowhere.users', 'ERROR: schema "nowhere" does not exist'],
  ['select order_dow from orders', 'ERROR: column "order_dow" does not exist in orders'],
  ['select orders.x from orders', 'ERROR: column "x" does not exist in orders'],
  ['select a b c', 'ERROR: syntax error at or near "c"'],
  ['selec 1', 'ERROR: syntax error at or near "selec"'],
  ["select 'abc", `ERROR: unterminated quoted string at or near "'abc"`],
  ["select 'x'::integer", 'ERROR: invalid input syntax for integer: "x"'],
  ["select 'x'::date", 'ERROR: invalid input syntax for type date: "x"'],
  ['select nosuch(1)', 'ERROR: function nosuch does not exist'],
  ['insert into orders values (null, 1)', 'ERROR: Cannot insert a NULL value into column orderid'],
  ['select total from orders group by orderid', /must appear in the GROUP BY clause/],
  ['create table orders (a integer)', 'ERROR: Relation "orders" already exists'],
  ['select 1 where 1 = ?', 'No value specified for parameter 1.'],
  ['select $1', 'ERROR: there is no parameter $1'],
  ['create external table s.t (a integer)', 'ERROR: not emulated: CREATE EXTERNAL'],
  ['select top 3 * from orders', 'ERROR: not emulated: TOP'],
  ["attach 'x' as y", 'ERROR: syntax error at or near "attach"'],
  ["select * from read_csv('/etc/passwd')", 'ERROR: function read_csv does not exist'],
  ["select * from '/etc/passwd'", `ERROR: syntax error at or near "'/etc/passwd'"`],
  ["select * from orders, '/etc/passwd'", `ERROR: syntax error at or near "'/etc/passwd'"`],
  ['set search_path to x', 'ERROR: not emulated: a search_path without a schema that exists: x'],
])('%s fails in Redshift’s words', async (sql, message) => {
  const described = await data.run(sql);
  expect(described).toMatchObject({ Status: 'FAILED', HasResultSet: false, ResultRows: -1, Duration: -1 });
  if (message instanceof RegExp) expect(described.Error).toMatch(message);
  else expect(described.Error).toBe(message);
});

it.each([
  ['grant select on orders to public'],
  ['analyze orders'],
  ['vacuum orders'],
  ["comment on table orders is 'x'"],
  ["set query_group to 'x'"],
  ['-- nothing but a comment'],
])('%s is accepted', async (sql) => {
  expect(await data.run(sql)).toMatchObject({ Status: 'FINISHED', HasResultSet: false, ResultRows: 0 });
});

it('folds names to lower case and finds tables in public', async () => {
  const { Id } = await data.run('select ORDERID as "TheId" from PUBLIC.ORDERS');
  expect(Id).toBeDefined();
  expect(await data.rows('select count(*) from public.orders')).toEqual([['0']]);
});

it('keeps tables in its file', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'engine-'));
  const databaseFile = join(folder, 'warehouse.duckdb');
  const first = await startTestClient({ databaseFile });
  await first.run(
    'create table kept (a integer identity(5, 5), b integer); insert into kept (b) values (1), (2)',
  );
  await first.close();
  const second = await startTestClient({ databaseFile });
  expect(await second.rows('select a, b from kept order by a')).toEqual([
    ['5', '1'],
    ['10', '2'],
  ]);
  await second.close();
  await rm(folder, { recursive: true });
});
