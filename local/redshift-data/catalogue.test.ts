import {
  DescribeTableCommand,
  ListDatabasesCommand,
  ListSchemasCommand,
  ListTablesCommand,
} from '@aws-sdk/client-redshift-data';
import { startTestClient, type TestClient } from './test-client.ts';

let data: TestClient;
const target = { WorkgroupName: 'analytics', Database: 'dev' };

beforeAll(async () => {
  data = await startTestClient();
  await data.run('create schema sales');
  await data.run(
    'create table sales.orders (id bigint not null, total decimal(10,2) default 0, note varchar(10))',
  );
  await data.run('create view sales.big as select * from sales.orders where total > 100');
  await data.run('create table flights (a integer)');
});
afterAll(() => data.close());

it('lists databases, schemas and tables', async () => {
  expect(await data.client.send(new ListDatabasesCommand(target))).toMatchObject({ Databases: ['dev'] });
  expect(await data.client.send(new ListSchemasCommand(target))).toMatchObject({
    Schemas: ['information_schema', 'pg_catalog', 'public', 'sales'],
  });
  const tables = await data.client.send(new ListTablesCommand({ ...target, SchemaPattern: 'sal%' }));
  expect(tables.Tables).toEqual([
    { name: 'big', schema: 'sales', type: 'VIEW' },
    { name: 'orders', schema: 'sales', type: 'TABLE' },
  ]);
});

it('lists what the system has beside what users made', async () => {
  const all = await data.client.send(new ListTablesCommand(target));
  const types = (schema: string) => [
    ...new Set(all.Tables?.filter((table) => table.schema === schema).map(({ type }) => type)),
  ];
  expect(types('information_schema')).toEqual(['SYSTEM TABLE']);
  expect(types('pg_catalog')).toEqual(['SYSTEM TABLE']);
  expect(all.Tables).toContainEqual({ name: 'flights', schema: 'public', type: 'TABLE' });
  const system = { ...target, Schema: 'information_schema', Table: 'tables' };
  const { ColumnList } = await data.client.send(new DescribeTableCommand(system));
  expect(ColumnList).toContainEqual(
    expect.objectContaining({ name: 'table_name', schemaName: 'information_schema', tableName: 'tables' }),
  );
});

/** Reads a list in pages of two: the pages, and all of it. */
const inTwos = async <T>(read: (NextToken?: string) => Promise<{ items?: T[]; NextToken?: string }>) => {
  const pages: T[][] = [];
  let NextToken: string | undefined;
  do {
    const page = await read(NextToken);
    pages.push(page.items ?? []);
    ({ NextToken } = page);
  } while (NextToken);
  expect(pages.slice(0, -1).every(({ length }) => length === 2)).toBe(true);
  return pages.flat();
};
const two = { ...target, MaxResults: 2 };

it('pages through tables, schemas and columns', async () => {
  const users = { ...two, SchemaPattern: '%' };
  const tables = await inTwos(async (NextToken) => {
    const { Tables, ...page } = await data.client.send(new ListTablesCommand({ ...users, NextToken }));
    return { items: Tables, ...page };
  });
  expect(tables).toEqual((await data.client.send(new ListTablesCommand(target))).Tables);
  const schemas = await inTwos(async (NextToken) => {
    const { Schemas, ...page } = await data.client.send(new ListSchemasCommand({ ...two, NextToken }));
    return { items: Schemas, ...page };
  });
  expect(schemas).toEqual(['information_schema', 'pg_catalog', 'public', 'sales']);
  const orders = { Schema: 'sales', Table: 'orders' };
  const columns = await inTwos(async (NextToken) => {
    const command = new DescribeTableCommand({ ...two, ...orders, NextToken });
    const { ColumnList, ...page } = await data.client.send(command);
    return { items: ColumnList, ...page };
  });
  expect(columns.map(({ name }) => name)).toEqual(['id', 'total', 'note']);
});

it('gives one list no token of another', async () => {
  const { NextToken } = await data.client.send(new ListTablesCommand(two));
  const other = { ...two, SchemaPattern: 'sales', NextToken };
  await expect(data.client.send(new ListTablesCommand(other))).rejects.toMatchObject({
    name: 'ValidationException',
    message: 'NextToken is not valid.',
  });
});

it('knows no columns of a table that is not there', async () => {
  const none = new DescribeTableCommand({ ...target, Schema: 'sales', Table: 'nothing' });
  expect((await data.client.send(none)).ColumnList).toEqual([]);
});

it('describes a table', async () => {
  const described = await data.client.send(
    new DescribeTableCommand({ ...target, Schema: 'sales', Table: 'orders' }),
  );
  expect(described).toMatchObject({
    TableName: 'orders',
    ColumnList: [
      { name: 'id', typeName: 'int8', nullable: 0, schemaName: 'sales', tableName: 'orders' },
      { name: 'total', typeName: 'numeric', precision: 10, scale: 2, nullable: 1, columnDefault: '0' },
      { name: 'note', typeName: 'varchar' },
    ],
  });
});
