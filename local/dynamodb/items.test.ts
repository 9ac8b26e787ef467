import {
  BatchGetCommand,
  BatchWriteCommand,
  DeleteCommand,
  PutCommand,
  QueryCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import { TestTable } from './test-table.ts';

let table: TestTable;
beforeEach(async () => {
  table = await TestTable.create();
});
afterEach(() => table.remove());

const TableName = 'runs';

describe('conditional writes', () => {
  const values = { ':q': 'queued', ':r': 'running' };
  const begin = (more: object = {}) =>
    table.client.send(
      new UpdateCommand({
        TableName,
        Key: { runId: 'a' },
        UpdateExpression: 'set #s = :r',
        ConditionExpression: '#s = :q',
        ExpressionAttributeNames: { '#s': 'status' },
        ExpressionAttributeValues: values,
        ...more,
      }),
    );

  it('move a status forward once, and hand over the item that refused when asked', async () => {
    await table.put({ runId: 'a', status: 'queued' });
    const { Attributes } = await begin({ ReturnValues: 'ALL_NEW' });
    expect(Attributes).toEqual({ runId: 'a', status: 'running' });
    const again = begin({ ReturnValuesOnConditionCheckFailure: 'ALL_OLD' });
    await expect(again).rejects.toMatchObject({
      name: 'ConditionalCheckFailedException',
      message: 'The conditional request failed',
      Item: { runId: { S: 'a' }, status: { S: 'running' } },
    });
    await expect(begin()).rejects.not.toHaveProperty('Item.runId');
  });

  it('create only what is not there', async () => {
    const create = (more: object = {}) =>
      table.client.send(
        new PutCommand({
          TableName,
          Item: { runId: 'a', n: 1 },
          ConditionExpression: 'attribute_not_exists(runId)',
          ...more,
        }),
      );
    await create();
    await expect(create({ ReturnValuesOnConditionCheckFailure: 'ALL_OLD' })).rejects.toMatchObject({
      Item: { runId: { S: 'a' }, n: { N: '1' } },
    });
  });

  it('consume a ticket once', async () => {
    await table.put({ runId: 'ticket', caller: { id: 'me' } });
    const consume = () =>
      table.client.send(
        new DeleteCommand({
          TableName,
          Key: { runId: 'ticket' },
          ConditionExpression: 'attribute_exists(runId)',
          ReturnValues: 'ALL_OLD',
        }),
      );
    const answers = await Promise.allSettled([consume(), consume(), consume()]);
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected', 'rejected']);
    expect(answers.find(({ status }) => status === 'fulfilled')).toMatchObject({
      value: { Attributes: { runId: 'ticket', caller: { id: 'me' } } },
    });
  });
});

describe('update expressions', () => {
  it('count, keep the first value, append and remove', async () => {
    const update = () =>
      table.client.send(
        new UpdateCommand({
          TableName,
          Key: { runId: 'a' },
          UpdateExpression:
            'set startedAt = if_not_exists(startedAt, :t), seen = list_append(if_not_exists(seen, :none), :one) add hits :n remove gone',
          ExpressionAttributeValues: { ':t': hits++, ':none': [], ':one': ['x'], ':n': 1 },
          ReturnValues: 'ALL_NEW',
        }),
      );
    let hits = 7;
    await table.put({ runId: 'a', gone: true });
    await update();
    expect((await update()).Attributes).toEqual({ runId: 'a', startedAt: 7, seen: ['x', 'x'], hits: 2 });
  });

  it('lose nothing when they come at once', async () => {
    const add = new UpdateCommand({
      TableName,
      Key: { runId: 'counter' },
      UpdateExpression: 'add hits :one',
      ExpressionAttributeValues: { ':one': 1 },
    });
    await Promise.all(Array.from({ length: 20 }, () => table.client.send(add)));
    expect(await table.get('counter')).toEqual({ runId: 'counter', hits: 20 });
  });
});

describe('queries on the index', () => {
  beforeEach(async () => {
    for (const n of [1, 2, 3, 4]) {
      await table.put({
        runId: `r${n}`,
        owner: 'me',
        cursor: `2026-01-0${n}#r${n}`,
        status: n % 2 ? 'odd' : 'even',
      });
    }
    await table.put({ runId: 'other', owner: 'you', cursor: '2026-01-01#other' });
  });

  const query = (condition: string, values: object, more: object = {}) =>
    table.client.send(
      new QueryCommand({
        TableName,
        IndexName: 'byOwner',
        KeyConditionExpression: `#owner = :owner${condition}`,
        ExpressionAttributeNames: { '#owner': 'owner', ...(condition ? { '#cursor': 'cursor' } : {}) },
        ExpressionAttributeValues: { ':owner': 'me', ...values },
        ...more,
      }),
    );
  const idsOf = ({ Items = [] }: { Items?: Record<string, unknown>[] }) => Items.map(({ runId }) => runId);

  it.each([
    [' and #cursor > :c', { ':c': '2026-01-02#r2' }, ['r3', 'r4']],
    [' and #cursor between :a and :b', { ':a': '2026-01-02', ':b': '2026-01-04' }, ['r2', 'r3']],
    [' and begins_with(#cursor, :p)', { ':p': '2026-01-03' }, ['r3']],
  ])('answer the range%s', async (condition, values, ids) => {
    expect(idsOf(await query(condition, values))).toEqual(ids);
  });

  it('page backwards', async () => {
    const first = await query('', {}, { ScanIndexForward: false, Limit: 3 });
    expect(idsOf(first)).toEqual(['r4', 'r3', 'r2']);
    const rest = { ScanIndexForward: false, ExclusiveStartKey: first.LastEvaluatedKey };
    expect(idsOf(await query('', {}, rest))).toEqual(['r1']);
  });

  it('count, filter and see a moved cursor', async () => {
    expect(await query('', {}, { Select: 'COUNT' })).toMatchObject({ Count: 4 });
    await table.put({ runId: 'r1', owner: 'me', cursor: '2026-02-01#r1', status: 'odd' });
    const odd = await query(
      '',
      { ':s': 'odd' },
      {
        FilterExpression: '#status in (:s)',
        ExpressionAttributeNames: { '#owner': 'owner', '#status': 'status' },
      },
    );
    expect(idsOf(odd)).toEqual(['r3', 'r1']);
  });
});

it('writes and reads batches', async () => {
  const requests = ['a', 'b'].map((runId) => ({ PutRequest: { Item: { runId } } }));
  await table.client.send(new BatchWriteCommand({ RequestItems: { runs: requests } }));
  const keys = [{ runId: 'a' }, { runId: 'missing' }];
  const { Responses } = await table.client.send(
    new BatchGetCommand({ RequestItems: { runs: { Keys: keys } } }),
  );
  expect(Responses?.runs).toEqual([{ runId: 'a' }]);
});
