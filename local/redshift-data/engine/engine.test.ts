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
  ['select a b c', 'ERROR: syntax error at or near "c"\n  Position: 12'],
  ['selec 1', 'ERROR: syntax error at or near "selec"\n  Position: 1'],
  ["select 'abc", `ERROR: unterminated quoted string at or near "'abc"`],
  ["select 'x'::integer", 'ERROR: invalid input syntax for integer: "x"'],
  ["select 'x'::date", 'ERROR: invalid input syntax for type date: "x"'],
  ['select nvl(1, 2), a b c from orders', 'ERROR: syntax error at or near "c"\n  Position: 23'],
  ['select *\n  from orders\n where', 'ERROR: syntax error at end of input\n  Position: 30'],
  ['drop table', 'ERROR: syntax error at end of input\n  Position: 11'],
  ['insert into orders values (1, 2, 3)', 'ERROR: INSERT has more expressions than target columns'],
  [
    'insert into orders (orderid, nope) values (1, 2)',
    'ERROR: column "nope" of relation "orders" does not exist',
  ],
  ['update orders set nope = 1', 'ERROR: column "nope" of relation "orders" does not exist'],
  ['select 2147483647 + 1', 'ERROR: integer out of range'],
  ['select 99999::smallint', 'ERROR: Value out of range for 2 bytes.'],
  ['insert into orders values (1, 123456789.5)', 'ERROR: Numeric data overflow (result precision)'],
  ["insert into orders values (1, 'abc')", 'ERROR: invalid input syntax for type numeric: "abc"'],
  ["select 'abc'::boolean", 'ERROR: invalid input syntax for type boolean: "abc"'],
  ['select 1 union select 1, 2', 'ERROR: each UNION query must have the same number of columns'],
  [
    'select atan2(1)',
    'ERROR: function atan2(integer) does not exist\n  Hint: No function matches the given name and argument types. You may need to add explicit type casts.',
  ],
  [
    'select true + 1',
    'ERROR: operator does not exist: boolean + integer\n  Hint: No operator matches the given name and argument type(s). You may need to add explicit type casts.',
  ],
  ['select nosuch(1)', 'ERROR: function nosuch does not exist'],
  ['insert into orders values (null, 1)', 'ERROR: Cannot insert a NULL value into column orderid'],
  ['select total from orders group by orderid', /must appear in the GROUP BY clause/],
  ['create table orders (a integer)', 'ERROR: Relation "orders" already exists'],
  ['select sum() from orders', /^ERROR: function sum does not exist\n {2}Hint: /],
  ['select distinct on (orderid) total from orders', 'ERROR: SELECT DISTINCT ON is not supported'],
  ['select 1 where 1 = ?', 'No value specified for parameter 1.'],
  ['select $1', 'ERROR: there is no parameter $1'],
  ['create external table s.t (a integer)', 'ERROR: not emulated: CREATE EXTERNAL'],
  ["attach 'x' as y", 'ERROR: syntax error at or near "attach"\n  Position: 1'],
  ["select * from read_csv('/etc/passwd')", 'ERROR: function read_csv does not exist'],
  ["select * from '/etc/passwd'", `ERROR: syntax error at or near "'/etc/passwd'"\n  Position: 15`],
  ["select * from orders, '/etc/passwd'", `ERROR: syntax error at or near "'/etc/passwd'"\n  Position: 23`],
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
