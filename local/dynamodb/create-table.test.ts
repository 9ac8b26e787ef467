import {
  CreateTableCommand,
  DescribeTableCommand,
  DescribeTimeToLiveCommand,
  ScanCommand as RawScanCommand,
} from '@aws-sdk/client-dynamodb';
import { runs, TestTable } from './test-table.ts';

let table: TestTable;
beforeEach(async () => {
  table = await TestTable.create();
});
afterEach(() => table.remove());

const TableName = 'runs';

describe('createTable', () => {
  it('answers name and ARN, and finds the table with its items after a restart', async () => {
    await table.put({ runId: 'a', rows: 3 });
    await table.stop();
    await table.start();
    expect(await table.dynamoDb.createTable(runs)).toEqual({
      name: 'runs',
      arn: 'arn:aws:dynamodb:eu-west-1:000000000000:table/runs',
    });
    expect(await table.get('a')).toEqual({ runId: 'a', rows: 3 });
    const { TimeToLiveDescription } = await table.client.send(new DescribeTimeToLiveCommand({ TableName }));
    expect(TimeToLiveDescription).toEqual({ TimeToLiveStatus: 'ENABLED', AttributeName: 'expiresAt' });
  });

  it.each([
    ['key', { KeySchema: [{ AttributeName: 'owner', KeyType: 'HASH' as const }] }],
    ['index', { GlobalSecondaryIndexes: [] }],
  ])('says --fresh when a table was kept with another %s', async (_what, change) => {
    await expect(table.dynamoDb.createTable({ ...runs, ...change })).rejects.toThrow(/runs .*--fresh/);
  });

  it('names a property that it does not emulate', async () => {
    const streaming = { ...runs, TableName: 's', StreamSpecification: { StreamEnabled: true } };
    await expect(table.dynamoDb.createTable(streaming)).rejects.toThrow(
      'not emulated: AWS::DynamoDB::Table StreamSpecification',
    );
    await expect(table.client.send(new CreateTableCommand(streaming))).rejects.toMatchObject({
      name: 'NotEmulated',
    });
  });
});

it('refuses in the words of DynamoDB', async () => {
  await expect(table.client.send(new RawScanCommand({ TableName: 'none' }))).rejects.toMatchObject({
    name: 'ResourceNotFoundException',
  });
  const { Table } = await table.client.send(new DescribeTableCommand({ TableName }));
  expect([Table?.TableStatus, Table?.GlobalSecondaryIndexes?.[0]?.IndexName]).toEqual(['ACTIVE', 'byOwner']);
});
