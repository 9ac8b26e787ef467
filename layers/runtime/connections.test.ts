import type { Connection } from './connections.ts';
import { ada, bob, noon } from './testing/examples.ts';
import { type TestTables, testTables } from './testing/tables.ts';

let tables: TestTables;
beforeEach(async () => {
  tables = await testTables();
});
afterEach(() => tables.close());

const connection = (connectionId: string, owner = ada.id): Connection => ({
  connectionId,
  owner,
  email: 'ada@example.com',
  connectedAt: noon.toISOString(),
  expiresAt: 2_000_000_000,
});

test('a person’s connections are their own', async () => {
  await Promise.all([connection('a='), connection('b='), connection('c=', bob.id)].map(add));
  expect(await tables.connections.of(ada.id)).toEqual([connection('a='), connection('b=')]);
});

test('an operator’s look finds everybody’s', async () => {
  await Promise.all([connection('a='), connection('c=', bob.id)].map(add));
  const all = await tables.connections.all();
  expect(all.map(({ connectionId }) => connectionId).sort()).toEqual(['a=', 'c=']);
});

test('a connection is forgotten once, and again without harm', async () => {
  await add(connection('a='));
  await tables.connections.remove('a=');
  await tables.connections.remove('a=');
  expect(await tables.connections.of(ada.id)).toEqual([]);
});

const add = (one: Connection): Promise<void> => tables.connections.add(one);

/** More than a page of DynamoDB, which holds 1 MB. */
test('connections of more than one page are all found', async () => {
  const email = `${'x'.repeat(300_000)}@example.com`;
  for (const id of ['a', 'b', 'c', 'd', 'e']) await add({ ...connection(id), email });
  expect(await tables.connections.of(ada.id)).toHaveLength(5);
  expect(await tables.connections.all()).toHaveLength(5);
});
