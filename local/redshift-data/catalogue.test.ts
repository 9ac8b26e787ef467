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

it('pages through tables', async () => {
  const first = await data.client.send(new ListTablesCommand({ ...target, MaxResults: 2 }));
  expect(first.Tables?.map(({ name }) => name)).toEqual(['flights', 'big']);
  const second = await data.client.send(
    new ListTablesCommand({ ...target, MaxResults: 2, NextToken: first.NextToken }),
  );
  expect(second.Tables?.map(({ name }) => name)).toEqual(['orders']);
  expect(second).not.toHaveProperty('NextToken');
});

it('describes a table', async () => {
  const described = await data.client.send(
    new DescribeTableCommand({ ...target, Schema: 'sales', Table: 'orders' }),
  );
  expect(described).toMatchObject({
    TableName: 'orders',
    ColumnList: [
      { name: 'id', typeName: 'int8', nullable: 0, schemaName: 'sales', tableName: 'orders' },
      { name: 'total', typeName: 'numeric', precision: 10, scale: 2, nullable: 1 },
      { name: 'note', typeName: 'varchar' },
    ],
  });
});
