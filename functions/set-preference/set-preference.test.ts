import { MOST_PREFERENCES } from '@readout/runtime/preferences.ts';
import { rest } from '@readout/runtime/rest.ts';
import { ada, bob, keepingLog, restEvent } from '@readout/runtime/testing/examples.ts';
import { sampleEvent } from '@readout/runtime/testing/sample-event.ts';
import { type TestTables, testTables } from '@readout/runtime/testing/tables.ts';
import { setPreference } from './set-preference.ts';

let tables: TestTables;
beforeEach(async () => {
  tables = await testTables();
});
afterEach(() => tables.close());

const call = async (event: object) => {
  const settings = { log: keepingLog(), pageOrigin: 'https://page', clientId: 'UserPoolClient' };
  const handler = rest(settings, setPreference({ preferences: tables.preferences }));
  const { statusCode, body } = await handler(event as Parameters<typeof handler>[0]);
  return { statusCode, body: JSON.parse(body) };
};
const put = (name: string, body: object, caller = ada) =>
  call(restEvent({ pathParameters: { name: encodeURIComponent(name) }, body: JSON.stringify(body) }, caller));

test('keeps a value, and then another in its place', async () => {
  expect(await call(sampleEvent('set-preference/rest'))).toEqual({
    statusCode: 200,
    body: { name: 'favourites', value: ['taxi/daily'] },
  });
  await put('favourites', { value: ['taxi/trips'] });
  expect(await tables.preferences.of(ada.id)).toEqual({ favourites: ['taxi/trips'] });
});

test('keeps each person’s apart', async () => {
  await put('density', { value: 'compact' });
  await put('density', { value: 'comfortable' }, bob);
  expect(await tables.preferences.of(ada.id)).toEqual({ density: 'compact' });
});

test.each([[true], [0], [''], [[]], [{ '': { '1': 1.5 } }], [JSON.parse('{"__proto__":[]}')]])(
  'keeps %j as it is',
  async (value) => {
    await put('any', { value });
    expect(JSON.stringify(await tables.preferences.of(ada.id))).toBe(JSON.stringify({ any: value }));
  },
);

test('forgets a name with null, and one that is not there too', async () => {
  await put('density', { value: 'compact' });
  for (const _ of [1, 2])
    expect(await put('density', { value: null })).toEqual({
      statusCode: 200,
      body: { name: 'density', value: null },
    });
  expect(await tables.preferences.of(ada.id)).toEqual({});
});

test.each(['', 'A', '1a', '.a', 'a b', 'a_b', 'a/b', 'ä', 'a\n', 'a'.repeat(65)])(
  'refuses the name %j',
  async (name) => {
    expect(await put(name, { value: 1 })).toMatchObject({
      statusCode: 400,
      body: { error: { name: 'InvalidInput', field: 'name' } },
    });
  },
);

test.each(['a', 'result.columns-2.x', 'a'.repeat(64)])('takes the name %j', async (name) => {
  expect(await put(name, { value: 1 })).toMatchObject({ statusCode: 200 });
});

const nested = (levels: number): unknown => (levels === 0 ? 1 : [nested(levels - 1)]);

test.each<[string, object]>([
  ['no value', {}],
  ['more than 16 KB', { value: 'ä'.repeat(8192) }],
  ['more than 32 levels', { value: nested(33) }],
])('refuses %s', async (_what, body) => {
  expect(await put('any', body)).toMatchObject({
    statusCode: 400,
    body: { error: { name: 'InvalidInput', field: 'value' } },
  });
});

test.each<[string, object]>([
  ['16 KB', { value: 'x'.repeat(16 * 1024 - 2) }],
  ['32 levels', { value: nested(32) }],
])('takes %s', async (_what, body) => {
  expect(await put('any', body)).toMatchObject({ statusCode: 200 });
});

test('refuses a field that is not described', async () => {
  expect(await put('any', { value: 1, name: 'other' })).toMatchObject({
    statusCode: 400,
    body: { error: { name: 'InvalidMessage' } },
  });
});

test('keeps no more names than the most, but changes those that there are', async () => {
  for (let index = 0; index < MOST_PREFERENCES; index++) await put(`n${index}`, { value: index });
  expect(await put('another', { value: 1 })).toMatchObject({
    statusCode: 400,
    body: { error: { name: 'InvalidInput', field: 'name', message: expect.stringContaining('50') } },
  });
  expect(await put('n7', { value: 'changed' })).toMatchObject({ statusCode: 200 });
  await put('n8', { value: null });
  expect(await put('another', { value: 1 })).toMatchObject({ statusCode: 200 });
});
