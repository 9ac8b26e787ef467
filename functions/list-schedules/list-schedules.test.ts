import { rest } from '@readout/runtime/rest.ts';
import { ada, bob, keepingLog, noon, restEvent } from '@readout/runtime/testing/examples.ts';
import { sampleEvent } from '@readout/runtime/testing/sample-event.ts';
import { type TestTables, testTables } from '@readout/runtime/testing/tables.ts';
import { listSchedules } from './list-schedules.ts';

let tables: TestTables;
beforeEach(async () => {
  tables = await testTables();
});
afterEach(() => tables.close());

const schedule = {
  id: 'a',
  report: 'taxi/daily',
  title: 'Taxi',
  inputs: { month: 'last_month' },
  expression: 'cron(0 6 * * ? *)',
  timeZone: 'UTC',
  people: [],
  groups: ['analysts'],
  enabled: true,
  createdAt: noon.toISOString(),
  changedAt: noon.toISOString(),
};
const put = (id: string, owner = ada) =>
  tables.schedules.put({ ...schedule, id, owner: owner.id, ownerEmail: owner.email });

const call = async (event: object) => {
  const settings = { log: keepingLog(), pageOrigin: 'https://page', clientId: 'UserPoolClient' };
  const handler = rest(settings, listSchedules({ schedules: tables.schedules }));
  const { statusCode, body } = await handler(event as Parameters<typeof handler>[0]);
  return { statusCode, body: JSON.parse(body) };
};

test('lists the caller’s own and no others', async () => {
  await put('a');
  await put('b', bob);
  expect(await call(sampleEvent('list-schedules/list'))).toEqual({
    statusCode: 200,
    body: { schedules: [schedule] },
  });
});

test('shows one of them, and none of others', async () => {
  await put('a');
  const event = { pathParameters: { id: 'a' } };
  expect(await call(restEvent(event))).toEqual({ statusCode: 200, body: schedule });
  const { statusCode, body } = await call(restEvent(event, bob));
  expect([statusCode, body.error.name]).toEqual([404, 'ScheduleNotFound']);
});
