import { ScanCommand, TransactGetCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { TestTable } from './test-table.ts';

let table: TestTable;
beforeEach(async () => {
  table = await TestTable.create();
});
afterEach(() => table.remove());

const TableName = 'runs';

describe('transactions', () => {
  const failing = { ConditionExpression: 'attribute_not_exists(runId)' };

  it('write everything', async () => {
    await table.put({ runId: 'guard' });
    await table.put({ runId: 'old' });
    await table.client.send(
      new TransactWriteCommand({
        TransactItems: [
          {
            ConditionCheck: {
              TableName,
              Key: { runId: 'guard' },
              ConditionExpression: 'attribute_exists(runId)',
            },
          },
          { ConditionCheck: { TableName, Key: { runId: 'none' }, ...failing } },
          { Put: { TableName, Item: { runId: 'new' } } },
          {
            Update: {
              TableName,
              Key: { runId: 'count' },
              UpdateExpression: 'add hits :one',
              ExpressionAttributeValues: { ':one': 1 },
            },
          },
          { Delete: { TableName, Key: { runId: 'old' } } },
        ],
      }),
    );
    const { Items = [] } = await table.client.send(new ScanCommand({ TableName }));
    expect(Items.sort((a, b) => (a.runId < b.runId ? -1 : 1))).toEqual([
      { runId: 'count', hits: 1 },
      { runId: 'guard' },
      { runId: 'new' },
    ]);
  });

  it('write nothing when one condition fails, and give each item its reason', async () => {
    await table.put({ runId: 'a', n: 1 });
    const transaction = table.client.send(
      new TransactWriteCommand({
        TransactItems: [
          { Put: { TableName, Item: { runId: 'new' } } },
          {
            Put: {
              TableName,
              Item: { runId: 'a', n: 2 },
              ...failing,
              ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
            },
          },
          { Delete: { TableName, Key: { runId: 'b' } } },
        ],
      }),
    );
    await expect(transaction).rejects.toMatchObject({
      name: 'TransactionCanceledException',
      message: expect.stringContaining('[None, ConditionalCheckFailed, None]'),
      CancellationReasons: [
        { Code: 'None' },
        { Code: 'ConditionalCheckFailed', Item: { runId: { S: 'a' }, n: { N: '1' } } },
        { Code: 'None' },
      ],
    });
    expect([await table.get('new'), await table.get('a')]).toEqual([undefined, { runId: 'a', n: 1 }]);
  });

  it('undo what they wrote when a later expression is refused', async () => {
    const broken = { TableName, Key: { runId: 'b' }, UpdateExpression: 'set status = nothing' };
    const transaction = { TransactItems: [{ Put: { TableName, Item: { runId: 'a' } } }, { Update: broken }] };
    await expect(table.client.send(new TransactWriteCommand(transaction))).rejects.toMatchObject({
      name: 'ValidationException',
    });
    expect(await table.get('a')).toBeUndefined();
  });

  it('refuse two actions on one item', async () => {
    const twice = [
      { Put: { TableName, Item: { runId: 'a' } } },
      { Delete: { TableName, Key: { runId: 'a' } } },
    ];
    await expect(table.client.send(new TransactWriteCommand({ TransactItems: twice }))).rejects.toMatchObject(
      {
        message: 'Transaction request cannot include multiple operations on one item',
      },
    );
  });

  it('happen once for one token, and refuse other content under it', async () => {
    const add = (by: number) =>
      table.client.send(
        new TransactWriteCommand({
          ClientRequestToken: 'token',
          TransactItems: [
            {
              Update: {
                TableName,
                Key: { runId: 'a' },
                UpdateExpression: 'add hits :by',
                ExpressionAttributeValues: { ':by': by },
              },
            },
          ],
        }),
      );
    await add(1);
    await add(1);
    expect(await table.get('a')).toEqual({ runId: 'a', hits: 1 });
    await expect(add(2)).rejects.toMatchObject({ name: 'IdempotentParameterMismatchException' });
    table.now = new Date('2026-01-01T00:10:00Z');
    await add(2);
    expect(await table.get('a')).toEqual({ runId: 'a', hits: 3 });
  });

  it('read together', async () => {
    await table.put({ runId: 'a' });
    const gets = ['a', 'none'].map((runId) => ({ Get: { TableName, Key: { runId } } }));
    const { Responses } = await table.client.send(new TransactGetCommand({ TransactItems: gets }));
    expect(Responses).toEqual([{ Item: { runId: 'a' } }, {}]);
  });
});
