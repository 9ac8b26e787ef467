import { rest } from '@readout/runtime/rest.ts';
import type { ScheduleRecord } from '@readout/runtime/schedules/schedule-record.ts';
import { ada, bob, keepingLog, noon, restEvent } from '@readout/runtime/testing/examples.ts';
import { type TestTables, testTables } from '@readout/runtime/testing/tables.ts';
import { deleteSchedule } from './delete-schedule.ts';

let tables: TestTables;
beforeEach(async () => {
  tables = await testTables();
});
afterEach(() => tables.close());

const record: ScheduleRecord = {
  id: 'a',
  owner: ada.id,
  ownerEmail: ada.email,
  report: 'taxi/daily',
  title: 'Taxi',
  inputs: {},
  expression: 'cron(0 6 * * ? *)',
  timeZone: 'UTC',
  people: [],
  groups: ['analysts'],
  enabled: true,
  createdAt: noon.toISOString(),
  changedAt: noon.toISOString(),
};

const call = async (caller = ada, remove: (key: { id: string }) => Promise<void> = async () => {}) => {
  const settings = { log: keepingLog(), pageOrigin: 'https://page', clientId: 'UserPoolClient' };
  const handler = rest(settings, deleteSchedule({ schedules: tables.schedules, timers: { remove } }));
  const { statusCode, body } = await handler(restEvent({ pathParameters: { id: 'a' } }, caller));
  return { statusCode, body: JSON.parse(body) };
};

test('deletes the schedule and its timer', async () => {
  await tables.schedules.put(record);
  const removed: string[] = [];
  const { statusCode, body } = await call(ada, async ({ id }) => void removed.push(id));
  expect([statusCode, body.id, removed]).toEqual([200, 'a', ['a']]);
  expect(await tables.schedules.of(ada.id)).toEqual([]);
  expect(await call()).toMatchObject({ statusCode: 404, body: { error: { name: 'ScheduleNotFound' } } });
});

test('nobody deletes that of somebody else', async () => {
  await tables.schedules.put(record);
  expect(await call(bob)).toMatchObject({ statusCode: 404 });
  expect(await tables.schedules.of(ada.id)).toHaveLength(1);
});

test('a schedule whose timer could not be removed is still there to be deleted', async () => {
  await tables.schedules.put(record);
  const { statusCode } = await call(ada, () => Promise.reject(new Error('throttled')));
  expect(statusCode).toBe(500);
  expect(await call()).toMatchObject({ statusCode: 200 });
});
