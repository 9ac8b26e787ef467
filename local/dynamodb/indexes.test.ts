import { PutCommand, QueryCommand, TransactWriteCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { TableProperties } from './create-table.ts';
import { TestTable } from './test-table.ts';

let table: TestTable;
beforeEach(async () => {
  table = await TestTable.create();
  await table.dynamoDb.createTable(ledger);
});
afterEach(() => table.remove());

const TableName = 'ledger';

/** Keys by owner, a local index by cursor, and a global index of what is open. */
const ledger: TableProperties = {
  TableName,
  BillingMode: 'PAY_PER_REQUEST',
  AttributeDefinitions: ['owner', 'runId', 'cursor', 'open', 'createdAt'].map((AttributeName) => ({
    AttributeName,
    AttributeType: 'S' as const,
  })),
  KeySchema: [
    { AttributeName: 'owner', KeyType: 'HASH' },
    { AttributeName: 'runId', KeyType: 'RANGE' },
  ],
  LocalSecondaryIndexes: [
    {
      IndexName: 'byCursor',
      KeySchema: [
        { AttributeName: 'owner', KeyType: 'HASH' },
        { AttributeName: 'cursor', KeyType: 'RANGE' },
      ],
      Projection: { ProjectionType: 'ALL' },
    },
  ],
  GlobalSecondaryIndexes: [
    {
      IndexName: 'open',
      KeySchema: [
        { AttributeName: 'open', KeyType: 'HASH' },
        { AttributeName: 'createdAt', KeyType: 'RANGE' },
      ],
      Projection: { ProjectionType: 'ALL' },
    },
  ],
};

const put = (Item: object) => table.client.send(new PutCommand({ TableName, Item: Item as never }));
const cursor = (n: number) => `${n}`.padStart(15, '0');
const move = (runId: string, to: number) => ({
  TableName,
  Key: { owner: 'me', runId },
  UpdateExpression: 'set #c = :c',
  ExpressionAttributeNames: { '#c': 'cursor' },
  ExpressionAttributeValues: { ':c': cursor(to) },
});
const since = async (n: number, more: object = {}) =>
  table.client.send(
    new QueryCommand({
      TableName,
      IndexName: 'byCursor',
      ConsistentRead: true,
      KeyConditionExpression: '#o = :o and #c > :c',
      ExpressionAttributeNames: { '#o': 'owner', '#c': 'cursor' },
      ExpressionAttributeValues: { ':o': 'me', ':c': cursor(n) },
      ...more,
    }),
  );
const idsOf = ({ Items = [] }: { Items?: Record<string, unknown>[] }) => Items.map(({ runId }) => runId);

describe('a local index', () => {
  beforeEach(async () => {
    for (const n of [1, 2, 3, 12]) await put({ owner: 'me', runId: `r${n}`, cursor: cursor(n) });
    await put({ owner: 'me', runId: 'ledger', seq: 12 });
    await put({ owner: 'you', runId: 'r5', cursor: cursor(5) });
  });

  it('answers in its own order, without items that lack its key or belong to others', async () => {
    expect(idsOf(await since(0))).toEqual(['r1', 'r2', 'r3', 'r12']);
    expect(idsOf(await since(2))).toEqual(['r3', 'r12']);
  });

  it('shows a moved item once, at its new place, in the read that follows', async () => {
    await table.client.send(new UpdateCommand(move('r1', 13)));
    expect(idsOf(await since(0))).toEqual(['r2', 'r3', 'r12', 'r1']);
  });

  it('pages in both directions', async () => {
    const first = await since(0, { Limit: 2 });
    expect(first.LastEvaluatedKey).toEqual({ owner: 'me', runId: 'r2', cursor: cursor(2) });
    expect(idsOf(await since(0, { Limit: 2, ExclusiveStartKey: first.LastEvaluatedKey }))).toEqual([
      'r3',
      'r12',
    ]);
    const last = await since(0, { Limit: 1, ScanIndexForward: false });
    expect(idsOf(last)).toEqual(['r12']);
    const rest = { ScanIndexForward: false, ExclusiveStartKey: last.LastEvaluatedKey };
    expect(idsOf(await since(0, rest))).toEqual(['r3', 'r2', 'r1']);
  });

  it('never misses an item that is being moved', async () => {
    const reads: Promise<unknown[]>[] = [];
    const moves: Promise<unknown>[] = [];
    for (let n = 20; n < 60; n += 1) {
      moves.push(table.client.send(new UpdateCommand(move('r1', n))));
      reads.push(since(0).then(idsOf));
    }
    await Promise.all(moves);
    for (const ids of await Promise.all(reads)) expect([...ids].sort()).toEqual(['r1', 'r12', 'r2', 'r3']);
  });

  it('never shows half of a transaction, and nothing of one that is refused', async () => {
    const swap = (a: number, b: number, condition: string) =>
      table.client
        .send(
          new TransactWriteCommand({
            TransactItems: [
              { Update: move('r1', a) },
              { Update: move('r2', b) },
              {
                ConditionCheck: {
                  TableName,
                  Key: { owner: 'me', runId: 'ledger' },
                  ConditionExpression: condition,
                },
              },
            ],
          }),
        )
        .catch(() => undefined);
    await swap(102, 103, 'attribute_exists(seq)');
    const work: Promise<unknown>[] = [];
    const reads: Promise<{ Items?: Record<string, unknown>[] }>[] = [];
    for (let n = 110; n < 140; n += 2) {
      work.push(swap(n, n + 1, n % 4 ? 'attribute_exists(seq)' : 'attribute_not_exists(seq)'));
      reads.push(since(99));
    }
    await Promise.all(work);
    for (const { Items = [] } of await Promise.all(reads)) {
      const [first = 0, second = 0] = Items.map(({ cursor }) => Number(cursor));
      expect([Items.length, second - first]).toEqual([2, 1]);
      expect(first % 4).not.toBe(0);
    }
  });

  it('is refused on a key of its own, as in DynamoDB', async () => {
    await expect(put({ owner: 'me', runId: 'x', cursor: 7 })).rejects.toMatchObject({
      name: 'ValidationException',
    });
  });

  it('has the same place after a restart, and a table of other local indexes says --fresh', async () => {
    await table.stop();
    await table.start();
    await table.dynamoDb.createTable(ledger);
    expect(idsOf(await since(2))).toEqual(['r3', 'r12']);
    await expect(table.dynamoDb.createTable({ ...ledger, LocalSecondaryIndexes: undefined })).rejects.toThrow(
      '--fresh',
    );
  });
});

describe('a sparse global index', () => {
  const open = async () =>
    idsOf(
      await table.client.send(
        new QueryCommand({
          TableName,
          IndexName: 'open',
          KeyConditionExpression: '#open = :open and createdAt < :before',
          ExpressionAttributeNames: { '#open': 'open' },
          ExpressionAttributeValues: { ':open': 'open', ':before': '2026-01-03' },
        }),
      ),
    );

  it('holds the items that have its keys, over all owners, until the key is removed', async () => {
    await put({ owner: 'me', runId: 'b', open: 'open', createdAt: '2026-01-02' });
    await put({ owner: 'you', runId: 'a', open: 'open', createdAt: '2026-01-01' });
    await put({ owner: 'me', runId: 'done', createdAt: '2026-01-01' });
    await put({ owner: 'me', runId: 'later', open: 'open', createdAt: '2026-01-03' });
    expect(await open()).toEqual(['a', 'b']);
    const close = { TableName, Key: { owner: 'you', runId: 'a' }, UpdateExpression: 'remove #open' };
    await table.client.send(new UpdateCommand({ ...close, ExpressionAttributeNames: { '#open': 'open' } }));
    expect(await open()).toEqual(['b']);
  });

  it('keeps two items of one moment apart', async () => {
    for (const runId of ['a', 'b']) await put({ owner: 'me', runId, open: 'open', createdAt: '2026-01-02' });
    expect((await open()).sort()).toEqual(['a', 'b']);
  });
});
