import { GetScheduleCommand, type SchedulerClient } from '@aws-sdk/client-scheduler';
import { ReportNotFound } from '@readout/runtime/errors.ts';
import { rest } from '@readout/runtime/rest.ts';
import { MOST_SCHEDULES } from '@readout/runtime/schedules/schedules.ts';
import { Timers } from '@readout/runtime/schedules/timers.ts';
import { ada, bob, keepingLog, noon, restEvent } from '@readout/runtime/testing/examples.ts';
import { sampleEvent } from '@readout/runtime/testing/sample-event.ts';
import { type TestTables, testTables } from '@readout/runtime/testing/tables.ts';
import { startScheduler } from '../../local/scheduler/test-scheduler.ts';
import { saveSchedule } from './save-schedule.ts';

const payments = `/*---
title: How people pay
access: [analysts]
parameters: [{ name: month, label: Month, type: month, required: true }]
---*/
select count(*) from nyc_yellow_taxi where to_char(pickup_date, 'YYYY-MM') = :month;
`;

let tables: TestTables;
let clock: Awaited<ReturnType<typeof startScheduler>>;
beforeEach(async () => {
  tables = await testTables();
  clock = await startScheduler();
  clock.scheduler.createGroup('readout-reports');
});
afterEach(async () => {
  await tables.close();
  await clock.close();
});

const functionArn = 'arn:aws:lambda:us-east-1:000000000000:function:readout-RunSchedule';
const call = async (event: object, { canMail = true } = {}) => {
  let ids = 0;
  const timers = new Timers({
    scheduler: clock.client as SchedulerClient,
    group: 'readout-reports',
    targetArn: functionArn,
    roleArn: 'arn:aws:iam::000000000000:role/readout-ReportScheduleRole',
    deadLetterArn: 'arn:aws:sqs:us-east-1:000000000000:dead-letters',
  });
  const act = saveSchedule({
    schedules: tables.schedules,
    timers,
    readTemplate: async (report) => {
      if (report !== 'taxi/payments') throw new ReportNotFound(`There is no report "${report}".`);
      return payments;
    },
    canMail,
    timeZone: 'UTC',
    newId: () => `id-${++ids}`,
    now: () => noon,
  });
  const handler = rest({ log: keepingLog(), pageOrigin: 'https://page', clientId: 'UserPoolClient' }, act);
  const { statusCode, headers, body } = await handler(event as Parameters<typeof handler>[0]);
  return { statusCode, headers, body: JSON.parse(body) };
};

const order = {
  report: 'taxi/payments',
  inputs: { month: 'last_month' },
  expression: 'cron(0 6 * * ? *)',
  timeZone: 'Europe/Berlin',
  people: ['bob@example.com'],
};
const post = (change: object = {}, caller = ada) =>
  call(restEvent({ body: JSON.stringify({ ...order, ...change }) }, caller));
const put = (id: string, change: object = {}, caller = ada) =>
  call(restEvent({ pathParameters: { id }, body: JSON.stringify({ ...order, ...change }) }, caller));
const timer = (Name: string) =>
  clock.client.send(new GetScheduleCommand({ Name, GroupName: 'readout-reports' }));

test.each([
  ['2015-12-01T13:00:00', 400],
  ['2015-12-01T13:00:01', 201],
])('takes only a moment to come, by the clock of its zone: %s', async (moment, status) => {
  const { statusCode, body } = await post({ expression: `at(${moment})` });
  expect(statusCode).toBe(status);
  if (status === 400)
    expect(body.error).toMatchObject({
      name: 'InvalidInput',
      field: 'expression',
      message: 'expression: expected a moment to come; in Europe/Berlin it is 2015-12-01T13:00:00 already.',
    });
});

test('makes a schedule and its timer', async () => {
  const { statusCode, headers, body } = await call(sampleEvent('save-schedule/post'));
  expect([statusCode, headers?.location]).toEqual([201, 'schedules/id-1']);
  expect(body).toEqual({
    id: 'id-1',
    title: 'How people pay',
    report: 'taxi/payments',
    inputs: { month: '2015-12' },
    expression: 'cron(0 6 * * ? *)',
    timeZone: 'Europe/Berlin',
    people: ['bob@example.com'],
    groups: ['analysts'],
    condition: 'rows > 0',
    enabled: true,
    createdAt: noon.toISOString(),
    changedAt: noon.toISOString(),
  });
  expect(await tables.schedules.of(ada.id)).toMatchObject([
    { ...body, owner: ada.id, ownerEmail: ada.email },
  ]);
  expect(await timer('id-1')).toMatchObject({
    ScheduleExpression: 'cron(0 6 * * ? *)',
    ScheduleExpressionTimezone: 'Europe/Berlin',
    State: 'ENABLED',
  });
});

test('at its moment the function is told which schedule it is', async () => {
  await post();
  await clock.pass(2 * 3_600_000);
  expect(clock.invoked).toEqual([
    { arn: functionArn, event: { owner: ada.id, id: 'id-1', moment: '2026-01-02T05:00:00Z' } },
  ]);
});

test('a relative date stays as it is', async () => {
  expect((await post()).body.inputs).toEqual({ month: 'last_month' });
});

test('changes one whole, with its timer', async () => {
  await post({ condition: 'rows > 0', title: 'Payments' });
  const { statusCode, body } = await put('id-1', { expression: 'cron(30 7 * * ? *)', enabled: false });
  expect(statusCode).toBe(200);
  expect(body).toMatchObject({ id: 'id-1', title: 'How people pay', enabled: false });
  expect(body).not.toHaveProperty('condition');
  expect(await timer('id-1')).toMatchObject({
    ScheduleExpression: 'cron(30 7 * * ? *)',
    State: 'DISABLED',
  });
});

test('nobody changes that of somebody else', async () => {
  await post();
  const friend = { ...bob, groups: ['analysts'] };
  expect(await put('id-1', {}, friend)).toMatchObject({
    statusCode: 404,
    body: { error: { name: 'ScheduleNotFound' } },
  });
});

test.each([
  ['a condition in another form', { condition: 'rows > 0 or 1 = 1' }, 400, 'InvalidMessage'],
  ['a schedule of each minute', { expression: 'cron(* * * * ? *)' }, 400, 'InvalidMessage'],
  ['a rate', { expression: 'rate(1 minute)' }, 400, 'InvalidMessage'],
  ['nobody to tell', { people: [], groups: [] }, 400, 'InvalidMessage'],
  ['what is no address', { people: ['bob'] }, 400, 'InvalidMessage'],
  ['an unknown field', { sql: 'select 1' }, 400, 'InvalidMessage'],
  ['an input that the report refuses', { inputs: { month: 'x' } }, 400, 'InvalidInput'],
  ['an expression that Scheduler refuses', { expression: 'cron(0 6 * * * *)' }, 400, 'InvalidInput'],
  ['a time zone that does not exist', { timeZone: 'Mars' }, 400, 'InvalidInput'],
  ['an unknown report', { report: 'taxi/none' }, 404, 'ReportNotFound'],
])('refuses %s, and keeps nothing', async (_what, change, statusCode, name) => {
  expect(await post(change)).toMatchObject({ statusCode, body: { error: { name } } });
  expect(await tables.schedules.of(ada.id)).toEqual([]);
});

test('refuses a report of other groups', async () => {
  expect(await post({}, bob)).toMatchObject({ statusCode: 403, body: { error: { name: 'AccessDenied' } } });
});

test('refuses where nobody could be written to', async () => {
  const event = restEvent({ body: JSON.stringify(order) });
  expect(await call(event, { canMail: false })).toMatchObject({
    statusCode: 400,
    body: { error: { name: 'InvalidInput', field: 'people' } },
  });
  const unverified = { ...ada, claims: { ...ada.claims, email_verified: 'false' } };
  expect(await post({}, unverified)).toMatchObject({ statusCode: 400, body: { error: { field: 'people' } } });
});

test('keeps so many for a person and no more', async () => {
  const { body } = await post();
  const [record] = await tables.schedules.of(ada.id);
  for (let index = 1; record && index < MOST_SCHEDULES; index += 1)
    await tables.schedules.put({ ...record, id: `more-${index}` });
  expect(await post()).toMatchObject({ statusCode: 429, body: { error: { name: 'TooManySchedules' } } });
  expect(await put(body.id)).toMatchObject({ statusCode: 200 });
});
