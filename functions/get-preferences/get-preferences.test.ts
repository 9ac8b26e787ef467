import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { rest } from '@readout/runtime/rest.ts';
import { ada, bob, keepingLog } from '@readout/runtime/testing/examples.ts';
import { sampleEvent } from '@readout/runtime/testing/sample-event.ts';
import { type TestTables, testTables } from '@readout/runtime/testing/tables.ts';
import { getPreferences } from './get-preferences.ts';

let tables: TestTables;
beforeEach(async () => {
  tables = await testTables();
});
afterEach(() => tables.close());

const call = async () => {
  const settings = { log: keepingLog(), pageOrigin: 'https://page', clientId: 'UserPoolClient' };
  const handler = rest(settings, getPreferences({ preferences: tables.preferences }));
  const { statusCode, body } = await handler(sampleEvent('get-preferences/rest'));
  return { statusCode, body: JSON.parse(body) };
};

test('gives the caller’s own, and nobody else’s', async () => {
  await tables.preferences.set(ada.id, 'favourites', ['taxi/daily']);
  await tables.preferences.set(ada.id, 'density', 'compact');
  await tables.preferences.set(bob.id, 'theme', 'dark');
  expect(await call()).toEqual({
    statusCode: 200,
    body: { preferences: { favourites: ['taxi/daily'], density: 'compact' } },
  });
});

test('gives none to who has set nothing', async () => {
  expect(await call()).toEqual({ statusCode: 200, body: { preferences: {} } });
});

test('gives all of them, also when they fill more than one answer of DynamoDB', async () => {
  const value = 'x'.repeat(16_000);
  for (let index = 0; index < 50; index++) await tables.preferences.set(ada.id, `n${index}`, value);
  for (let index = 50; index < 70; index++)
    await tables.db.send(
      new PutCommand({
        TableName: 'preferences',
        Item: { owner: ada.id, name: `n${index}`, value: JSON.stringify(value) },
      }),
    );
  expect(Object.keys((await call()).body.preferences)).toHaveLength(70);
});
