import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { noon } from '../testing/examples.ts';
import { meddling, refusal } from '../testing/meddling.ts';
import { type TestTables, testTables } from '../testing/tables.ts';
import { Shares } from './shares.ts';

let tables: TestTables;
beforeEach(async () => {
  tables = await testTables();
});
afterEach(() => tables.close());

const claim = (leader: string, found: string | undefined, key = 'key'): Promise<boolean> =>
  tables.shares.claim(key, leader, found, noon);

test('equal runs find who leads', async () => {
  expect(await tables.shares.leader('key')).toBeUndefined();
  expect(await claim('ada', undefined)).toBe(true);
  expect(await tables.shares.leader('key')).toBe('ada');
  expect(await tables.shares.leader('another')).toBeUndefined();
});

test.each([
  ['nobody was found and somebody leads', undefined],
  ['somebody else was found than leads', 'eve'],
])('nobody takes the lead when %s', async (_case, found) => {
  await claim('ada', undefined);
  expect(await claim('bob', found)).toBe(false);
  expect(await tables.shares.leader('key')).toBe('ada');
});

test('nor over one that was found and is gone', async () => {
  expect(await claim('bob', 'ada')).toBe(false);
  expect(await tables.shares.leader('key')).toBeUndefined();
});

test('who was found gives the lead up', async () => {
  await claim('ada', undefined);
  expect(await claim('bob', 'ada')).toBe(true);
  expect(await tables.shares.leader('key')).toBe('bob');
});

test('who leads leads, whatever was found before: the first try may have been heard and not answered', async () => {
  expect([await claim('ada', undefined), await claim('ada', undefined)]).toEqual([true, true]);
  expect([await claim('bob', 'ada'), await claim('bob', 'ada')]).toEqual([true, true]);
});

test.each([
  ['nobody', undefined],
  ['the same one', 'ada'],
])('of those who found %s at the same time one leads', async (_case, found) => {
  if (found) await claim(found, undefined);
  const claims = await Promise.all(['b', 'c', 'd', 'e'].map((leader) => claim(leader, found)));
  expect(claims.filter((leads) => leads)).toHaveLength(1);
});

test('the lead is remembered as long as a result is kept', async () => {
  await claim('ada', undefined);
  const { Item } = await tables.db.send(
    new GetCommand({ TableName: 'statements', Key: { id: 'share:key' } }),
  );
  expect(Item?.expiresAt).toBe(noon.getTime() / 1000 + 24 * 3600);
});

test('reads the lead as written a moment ago, and takes no trouble for a condition', async () => {
  const asked: unknown[] = [];
  const db = meddling(tables.db, (command) => {
    asked.push(command.input);
    return Promise.reject(refusal('ThrottlingException'));
  });
  const shares = new Shares(db, 'statements');
  await expect(shares.leader('key')).rejects.toMatchObject({ name: 'ThrottlingException' });
  await expect(shares.claim('key', 'ada', undefined, noon)).rejects.toMatchObject({
    name: 'ThrottlingException',
  });
  expect(asked[0]).toMatchObject({ ConsistentRead: true });
});
