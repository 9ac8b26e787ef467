import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { ada, noon } from './testing/examples.ts';
import { type TestTables, testTables } from './testing/tables.ts';

const ticket = 'q1W2e3R4t5Y6u7I8o9P0a1S2d3F4g5H6j7K8l9Z0xcv';
const expiresAt = noon.getTime() / 1000 + 60;
let tables: TestTables;
beforeEach(async () => {
  tables = await testTables();
  await tables.tickets.add(ticket, ada, expiresAt);
});
afterEach(() => tables.close());

test('a ticket stands for its caller once, even when two come at the same time', async () => {
  const uses = await Promise.all([tables.tickets.use(ticket, noon), tables.tickets.use(ticket, noon)]);
  expect(uses.filter((caller) => caller !== undefined)).toEqual([ada]);
  expect(await tables.tickets.use(ticket, noon)).toBeUndefined();
});

test.each([
  ['a second before', -1000, ada],
  ['at', 0, undefined],
  ['after', 1000, undefined],
])('%s its expiry', async (_case, milliseconds, caller) => {
  expect(await tables.tickets.use(ticket, new Date(expiresAt * 1000 + milliseconds))).toEqual(caller);
});

test('the table holds nothing that opens a connection', async () => {
  const { Items } = await tables.db.send(new ScanCommand({ TableName: 'tickets' }));
  expect(Items).toHaveLength(1);
  expect(JSON.stringify(Items)).not.toContain(ticket);
});

test.each(['', 'made-up'])('%p is no ticket', async (text) => {
  expect(await tables.tickets.use(text, noon)).toBeUndefined();
});
