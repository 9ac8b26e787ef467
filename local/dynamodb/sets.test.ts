import { PutCommand, QueryCommand, TransactWriteCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { runs, TestTable } from './test-table.ts';

let table: TestTable;
beforeEach(async () => {
  table = await TestTable.create();
});
afterEach(() => table.remove());

const TableName = 'runs';
const Key = { runId: 'a' };
const set = (...members: string[]) => new Set(members);
const update = (UpdateExpression: string, values: object, ConditionExpression?: string, more: object = {}) =>
  table.client.send(
    new UpdateCommand({
      TableName,
      Key,
      UpdateExpression,
      ExpressionAttributeValues: values,
      ...(ConditionExpression && { ConditionExpression }),
      ...more,
    }),
  );
const members = async () => (await table.get('a'))?.members;

describe('a set of strings', () => {
  it('begins with the first members, takes each once, and is gone with the last', async () => {
    await update('add members :m', { ':m': set('x', 'y') });
    await update('add members :m', { ':m': set('y', 'z') });
    expect(await members()).toEqual(set('x', 'y', 'z'));
    await update('delete members :m', { ':m': set('y', 'never') });
    expect(await members()).toEqual(set('x', 'z'));
    const { Attributes } = await update('delete members :m', { ':m': set('x', 'z') }, undefined, {
      ReturnValues: 'ALL_NEW',
    });
    expect(Attributes).toEqual(Key);
    expect(await table.get('a')).toEqual(Key);
  });

  it('makes the item that was not there, and leaves an absent one alone when it takes away', async () => {
    await update('delete members :m', { ':m': set('x') });
    expect(await table.get('a')).toEqual(Key);
    await update('add members :m set begun = :t', { ':m': set('x'), ':t': 1 });
    expect(await table.get('a')).toEqual({ ...Key, members: set('x'), begun: 1 });
  });

  it('answers its change', async () => {
    await update('add members :m', { ':m': set('x') });
    const { Attributes } = await update('add members :m', { ':m': set('y') }, undefined, {
      ReturnValues: 'UPDATED_NEW',
    });
    expect(Attributes).toEqual({ members: set('x', 'y') });
  });

  it.each([
    ['size(members) < :n', { ':n': 3 }, true],
    ['size(members) < :n', { ':n': 2 }, false],
    ['size(members) = :n', { ':n': 2 }, true],
    ['size(nothing) < :n', { ':n': 2 }, false],
    ['attribute_not_exists(nothing) or size(nothing) < :n', { ':n': 2 }, true],
    ['contains(members, :one)', { ':one': 'x' }, true],
    ['contains(members, :one)', { ':one': 'xy' }, false],
    ['not contains(members, :one)', { ':one': 'xy' }, true],
    ['contains(nothing, :one)', { ':one': 'x' }, false],
    ['not contains(nothing, :one)', { ':one': 'x' }, true],
    ['members = :all', { ':all': set('y', 'x') }, true],
    ['members = :all', { ':all': set('x') }, false],
    ['members <> :all', { ':all': set('x', 'y', 'z') }, true],
    ['attribute_type(members, :type)', { ':type': 'SS' }, true],
  ])('meets %s %p: %p', async (condition, values, met) => {
    await table.put({ ...Key, members: set('x', 'y') });
    const written = update('set met = :yes', { ':yes': true, ...values }, condition).then(
      () => true,
      ({ name }) => name !== 'ConditionalCheckFailedException' && name,
    );
    expect(await written).toBe(met);
  });

  it.each([
    ['members of another type', { ':m': new Set([1]) }],
    ['a single text', { ':m': 'x' }],
  ])('refuses to be given %s', async (_what, values) => {
    await table.put({ ...Key, members: set('x') });
    await expect(update('add members :m', values)).rejects.toMatchObject({ name: 'ValidationException' });
    expect(await members()).toEqual(set('x'));
  });

  it('finds by a filter', async () => {
    await table.put({ ...Key, owner: 'me', cursor: '1', members: set('x') });
    await table.put({ runId: 'b', owner: 'me', cursor: '2', members: set('y') });
    const { Items } = await table.client.send(
      new QueryCommand({
        TableName,
        IndexName: 'byOwner',
        KeyConditionExpression: '#o = :o',
        FilterExpression: 'contains(members, :m)',
        ExpressionAttributeNames: { '#o': 'owner' },
        ExpressionAttributeValues: { ':o': 'me', ':m': 'y' },
      }),
    );
    expect(Items?.map(({ runId }) => runId)).toEqual(['b']);
  });

  it('loses nobody when many come and go at once', async () => {
    await update('add members :m', { ':m': set('stays') });
    await Promise.all(
      Array.from({ length: 20 }, async (_, n) => {
        await update('add members :m', { ':m': set(`m${n}`) });
        if (n % 2) await update('delete members :m', { ':m': set(`m${n}`) });
      }),
    );
    const even = Array.from({ length: 10 }, (_, n) => `m${2 * n}`);
    expect(new Set((await members()) as Iterable<string>)).toEqual(set('stays', ...even));
  });
});

describe('a transaction over two tables', () => {
  const slots = 'slots';
  beforeEach(() =>
    table.dynamoDb.createTable({
      TableName: slots,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: runs.AttributeDefinitions?.slice(0, 1),
      KeySchema: runs.KeySchema,
    }),
  );
  const holders = async () =>
    ((
      await table.client.send(
        new QueryCommand({
          TableName: slots,
          KeyConditionExpression: 'runId = :id',
          ExpressionAttributeValues: { ':id': 'slots' },
        }),
      )
    ).Items ?? [])[0]?.holders;

  /** Takes one of two slots and counts the person's changes: both or neither. */
  const take = (holder: string) =>
    table.client.send(
      new TransactWriteCommand({
        TransactItems: [
          {
            Update: {
              TableName: slots,
              Key: { runId: 'slots' },
              UpdateExpression: 'add holders :h',
              ConditionExpression:
                'attribute_not_exists(holders) or size(holders) < :most or contains(holders, :one)',
              ExpressionAttributeValues: { ':h': set(holder), ':one': holder, ':most': 2 },
            },
          },
          {
            Update: {
              TableName,
              Key: { runId: 'ledger' },
              UpdateExpression: 'set seq = if_not_exists(seq, :zero) + :one',
              ExpressionAttributeValues: { ':zero': 0, ':one': 1 },
            },
          },
        ],
      }),
    );

  it('changes both or neither', async () => {
    await take('a');
    await take('b');
    await expect(take('c')).rejects.toMatchObject({
      name: 'TransactionCanceledException',
      CancellationReasons: [{ Code: 'ConditionalCheckFailed' }, { Code: 'None' }],
    });
    await take('b');
    expect(await holders()).toEqual(set('a', 'b'));
    expect(await table.get('ledger')).toEqual({ runId: 'ledger', seq: 3 });
  });

  it('gives no more than there is to many at once', async () => {
    const taken = await Promise.allSettled(['a', 'b', 'c', 'd', 'e'].map(take));
    expect(taken.filter(({ status }) => status === 'fulfilled')).toHaveLength(2);
    expect(await holders()).toHaveProperty('size', 2);
    expect(await table.get('ledger')).toEqual({ runId: 'ledger', seq: 2 });
  });

  it('may name the same key in both tables', async () => {
    const put = (name: string) => ({ Put: { TableName: name, Item: { runId: 'same' } } });
    await table.client.send(new TransactWriteCommand({ TransactItems: [put(TableName), put(slots)] }));
    expect(await table.get('same')).toEqual({ runId: 'same' });
  });

  it.each([
    ['an operand of another type', 'add holders :h', { ':h': 1 }],
    ['an attribute that is not there', 'set copied = nothing', undefined],
    ['a path that leads nowhere', 'set nothing.deep = :h', { ':h': 1 }],
  ])('is cancelled for %s, with the reason', async (_what, UpdateExpression, ExpressionAttributeValues) => {
    await table.client.send(
      new PutCommand({ TableName: slots, Item: { runId: 'slots', holders: set('a') } }),
    );
    const broken = { TableName: slots, Key: { runId: 'slots' }, UpdateExpression, ExpressionAttributeValues };
    const transaction = new TransactWriteCommand({
      TransactItems: [{ Put: { TableName, Item: { runId: 'new' } } }, { Update: broken }],
    });
    await expect(table.client.send(transaction)).rejects.toMatchObject({
      name: 'TransactionCanceledException',
      CancellationReasons: [{ Code: 'None' }, { Code: 'ValidationError', Message: expect.any(String) }],
    });
    expect([await table.get('new'), await holders()]).toEqual([undefined, set('a')]);
  });
});
