import { createTables } from './tables.ts';

const TableName = 'runs';

/** A table with an index, at a time that the test moves, whose late reads are as late as it says. */
const setup = async () => {
  const world = { now: 10_000, lateness: 0 };
  const tables = createTables({
    clock: { now: () => new Date(world.now) },
    lateness: () => world.lateness,
    random: () => 0,
  });
  tables.create({
    TableName,
    AttributeDefinitions: ['id', 'owner'].map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
    KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
    GlobalSecondaryIndexes: [
      {
        IndexName: 'byOwner',
        KeySchema: [{ AttributeName: 'owner', KeyType: 'HASH' }],
        Projection: { ProjectionType: 'ALL' },
      },
    ],
  });
  const call = (operation: string, input: object) =>
    tables.operations[operation]?.({ TableName, ...input } as never, { arn: '' }) as Promise<
      // biome-ignore lint/suspicious/noExplicitAny: a test reads what it expects
      any
    >;
  const put = (id: string, owner: string) =>
    call('PutItem', { Item: { id: { S: id }, owner: { S: owner } } });
  const of = async (owner: string) => {
    const { Items } = await call('Query', {
      IndexName: 'byOwner',
      KeyConditionExpression: '#owner = :owner',
      ExpressionAttributeNames: { '#owner': 'owner' },
      ExpressionAttributeValues: { ':owner': { S: owner } },
    });
    return Items.map(({ id }: { id: { S: string } }) => id.S);
  };
  return { world, tables, call, put, of };
};

it('reads an index as it was a while ago, and as it is', async () => {
  const { world, call, put, of } = await setup();
  await put('a', 'ada');
  world.now += 1_000;
  await put('b', 'ada');
  await call('DeleteItem', { Key: { id: { S: 'a' } } });
  world.lateness = 0.1; // of five seconds
  expect(await of('ada')).toEqual(['a']);
  world.lateness = 0;
  expect(await of('ada')).toEqual(['b']);
});

it('is late only for those who do not ask for a consistent read', async () => {
  const { world, call, put } = await setup();
  world.lateness = 0.1;
  await put('a', 'ada');
  const Key = { id: { S: 'a' } };
  expect((await call('GetItem', { Key })).Item).toBeUndefined();
  expect((await call('GetItem', { Key, ConsistentRead: true })).Item).toEqual({
    id: { S: 'a' },
    owner: { S: 'ada' },
  });
});

it('tells of what was written, and of nothing that a failed transaction tried', async () => {
  const { tables, call, put } = await setup();
  const seen: string[] = [];
  tables.watch(
    TableName,
    (after, before) => void seen.push(`${before?.owner ?? '-'} ${after?.owner ?? '-'}`),
  );
  await put('a', 'ada');
  await put('a', 'bob');
  const write = (id: string, ConditionExpression?: string) => ({
    Put: {
      TableName,
      Item: { id: { S: id }, owner: { S: 'eve' } },
      ...(ConditionExpression && { ConditionExpression }),
    },
  });
  await expect(
    call('TransactWriteItems', { TransactItems: [write('b'), write('a', 'attribute_not_exists(id)')] }),
  ).rejects.toMatchObject({ name: 'TransactionCanceledException' });
  expect(seen).toEqual(['- ada', 'ada bob']);
  expect(tables.itemsOf(TableName)).toEqual([{ id: 'a', owner: 'bob' }]);
});
