import { DescribeTableCommand, GetStatementResultCommand } from '@aws-sdk/client-redshift-data';
import { startTestClient, type TestClient } from './test-client.ts';

let data: TestClient;
beforeAll(async () => {
  data = await startTestClient();
  await data.run(`create table kinds (id integer not null, code char(3), note varchar(10), long varchar(max),
    doc super, raw varbyte, at timetz)`);
  await data.run(
    `insert into kinds select 1, 'abc', 'x', 'y', '{"a":"b"}'::super, 'abc'::varbyte, '14:30:45+02'`,
  );
  await data.run('create schema sales');
  await data.run('create table sales.orders (id bigint not null, code char(5))');
  await data.run("insert into sales.orders values (1, 'vwxyz')");
});
afterAll(() => data.close());

const read = async (sql: string) => {
  const { Id, Error: failure } = await data.run(sql);
  expect(failure).toBeUndefined();
  return data.client.send(new GetStatementResultCommand({ Id }));
};
const kinds = { schemaName: 'public', tableName: 'kinds', length: 0 };
const expression = { schemaName: '', tableName: '', nullable: 1 };

it('knows the table and the declared type of each column of a table', async () => {
  const { ColumnMetadata, Records } = await read('select * from kinds');
  expect(ColumnMetadata).toMatchObject([
    { ...kinds, name: 'id', typeName: 'int4', nullable: 0 },
    { ...kinds, name: 'code', typeName: 'bpchar', precision: 3, nullable: 1, isCaseSensitive: true },
    { ...kinds, name: 'note', typeName: 'varchar', precision: 10 },
    { ...kinds, name: 'long', typeName: 'varchar', precision: 65535 },
    { ...kinds, name: 'doc', typeName: 'super', precision: 2147483647 },
    { ...kinds, name: 'raw', typeName: 'varbyte' },
    { ...kinds, name: 'at', typeName: 'timetz', precision: 21, scale: 6 },
  ]);
  expect(Records?.[0]?.map((field) => Object.values(field)[0])).toEqual([
    ...[1, 'abc', 'x', 'y', '{"a":"b"}', 'YWJj'],
    expect.stringMatching(/^14:30:45\+02$/),
  ]);
});

it.each<[string, object[]]>([
  [
    'select code as c, k.note n from public.kinds k',
    [
      { name: 'c', precision: 3, ...kinds },
      { name: 'n', precision: 10 },
    ],
  ],
  ['select distinct note from kinds where id = 1 order by note limit 5', [kinds]],
  [
    'select o.code, kinds.code, note, o.id from kinds join sales.orders as o on o.id = kinds.id',
    [
      { schemaName: 'sales', tableName: 'orders', typeName: 'bpchar', precision: 5 },
      { ...kinds, precision: 3 },
      kinds,
      { tableName: 'orders', nullable: 0 },
    ],
  ],
  [
    'select o.*, k.id from sales.orders o, kinds k',
    [{ tableName: 'orders' }, { tableName: 'orders' }, kinds],
  ],
  [
    "select upper(note), 'x'::varchar(7) as y, cast(note as char(4)), count(*) over () from kinds",
    [
      { ...expression, precision: 65535 },
      { ...expression, precision: 7, typeName: 'varchar' },
      { ...expression, precision: 4, typeName: 'bpchar' },
      expression,
    ],
  ],
  ['select note from (select note from kinds) as t', [expression]],
  ['select note from kinds union all select code from kinds', [expression]],
  ['with kinds as (select 1 as note) select note from kinds', [{ ...expression, typeName: 'int4' }]],
  ['select t.note, k.note from kinds k, (select 1 as note) as t', [expression, kinds]],
])('%s', async (sql, columns) => {
  expect((await read(sql)).ColumnMetadata).toMatchObject(columns);
});

it('sees a table change', async () => {
  await data.run('create table changing (a varchar(5))');
  expect((await read('select a from changing')).ColumnMetadata).toMatchObject([{ precision: 5 }]);
  await data.run('drop table changing');
  await data.run('create table changing (a varchar(6) not null)');
  expect((await read('select a from changing')).ColumnMetadata).toMatchObject([
    { precision: 6, nullable: 0 },
  ]);
});

it('tells the declared lengths in DescribeTable too', async () => {
  const { ColumnList } = await data.client.send(
    new DescribeTableCommand({
      WorkgroupName: 'analytics',
      Database: 'dev',
      Schema: 'sales',
      Table: 'orders',
    }),
  );
  expect(ColumnList).toMatchObject([
    { name: 'id', typeName: 'int8', length: 19, nullable: 0 },
    { name: 'code', typeName: 'bpchar', precision: 5, length: 5, schemaName: 'sales', tableName: 'orders' },
  ]);
});
