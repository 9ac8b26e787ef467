import { ReportNotFound, Unavailable } from '@readout/runtime/errors.ts';
import { rest } from '@readout/runtime/rest.ts';
import { type SocketEvent, socket } from '@readout/runtime/socket.ts';
import type { RunOrder, StartRun } from '@readout/runtime/start-run.ts';
import {
  ada,
  bob,
  exampleRun,
  keepingLog,
  noon,
  restEvent,
  runId,
  socketEvent,
} from '@readout/runtime/testing/examples.ts';
import { sampleEvent } from '@readout/runtime/testing/sample-event.ts';
import { overRest, overSocket, RunMessage } from './channels.ts';
import { runReport } from './run-report.ts';

const taxi = `/*---
title: Yellow taxi, day by day
access: [analysts]
parameters:
  - { name: month, label: Trip month, type: month, required: true }
  - { name: vendor, label: Vendor, type: text, multiple: true }
---*/
select count(*) from nyc_yellow_taxi where to_char(pickup_date, 'YYYY-MM') = :month [[ and vendorid in (:vendor) ]];
`;

const setup = ({ template = taxi, start }: { template?: string; start?: StartRun } = {}) => {
  const orders: RunOrder[] = [];
  const log = keepingLog();
  const take: StartRun = async (order) => {
    orders.push(order);
    return exampleRun({ title: order.title, topic: order.topic, requestId: order.requestId });
  };
  const readTemplate = async (report: string): Promise<string> => {
    if (report !== 'taxi/daily') throw new ReportNotFound(`There is no report "${report}".`);
    return template;
  };
  const run = runReport({
    readTemplate,
    start: start ?? take,
    canMail: false,
    timeZone: 'UTC',
    now: () => noon,
  });
  const say = async (event: SocketEvent) =>
    JSON.parse((await socket({ log, schema: RunMessage, now: () => noon }, overSocket(run))(event)).body);
  const call = rest({ log, pageOrigin: 'https://page', clientId: 'UserPoolClient' }, overRest(run));
  return { say, call, orders, log: log.entries };
};

const message = {
  action: 'run',
  report: 'taxi/daily',
  inputs: { month: '2015-12' },
  topic: 'left',
  requestId: 'r1',
};

test('a run message starts the run and is answered with it', async () => {
  const { say, orders } = setup();
  expect(await say(sampleEvent('run-report/message'))).toMatchObject({
    type: 'run',
    runId,
    status: 'queued',
    title: 'Yellow taxi, day by day',
    topic: 'left',
    requestId: 'r1',
  });
  expect(orders).toEqual([
    {
      report: 'taxi/daily',
      title: 'Yellow taxi, day by day',
      inputs: { month: '2015-12' },
      topic: 'left',
      requestId: 'r1',
      caller: expect.objectContaining({ id: ada.id }),
    },
  ]);
});

test('POST is answered with 202 and where the run is', async () => {
  const { call, orders } = setup();
  const { statusCode, headers, body } = await call(sampleEvent('run-report/rest'));
  expect(statusCode).toBe(202);
  expect(JSON.parse(body)).toMatchObject({ runId, status: 'queued', topic: 'left' });
  const location = new URL(String(headers?.location), 'https://api.example/live/reports/taxi%2Fdaily/runs');
  expect(location.pathname).toBe(`/live/runs/${runId}`);
  expect(orders).toMatchObject([{ report: 'taxi/daily', inputs: { month: '2015-12' } }]);
});

test('fields that were left empty are not part of the run', async () => {
  const { say, orders } = setup();
  await say(socketEvent({ ...message, inputs: { month: '2015-12', vendor: [] } }));
  expect(orders).toMatchObject([{ inputs: { month: '2015-12' } }]);
  expect(orders[0]?.inputs).not.toHaveProperty('vendor');
});

test('what the person wishes besides goes with the run', async () => {
  const { say, orders } = setup();
  await say(socketEvent({ ...message, fresh: true }));
  expect(orders).toMatchObject([{ fresh: true }]);
});

test.each([
  ['an unknown report', { report: 'taxi/none' }, { name: 'ReportNotFound' }],
  ['a malformed input', { inputs: { month: '2015-13' } }, { name: 'InvalidInput', field: 'month' }],
  ['a missing input', { inputs: {} }, { name: 'InvalidInput', field: 'month' }],
  ['no inputs at all', { inputs: undefined }, { name: 'InvalidInput', field: 'month' }],
  ['an unknown input', { inputs: { month: '2015-12', year: 1 } }, { name: 'InvalidInput', field: 'year' }],
  ['an input of an odd type', { inputs: { month: { from: 1 } } }, { name: 'InvalidInput', field: 'month' }],
  ['inputs that are a list', { inputs: [] }, { name: 'InvalidMessage' }],
  ['a report that is no text', { report: 7 }, { name: 'InvalidMessage' }],
  ['an unknown field', { refresh: true }, { name: 'InvalidMessage' }],
  ['a topic that is too long', { topic: 'x'.repeat(201) }, { name: 'InvalidMessage' }],
])('refuses %s before anything is started', async (_case, change, error) => {
  const { say, orders } = setup();
  expect(await say(socketEvent({ ...message, ...change }))).toMatchObject({
    type: 'error',
    requestId: 'r1',
    ...error,
  });
  expect(orders).toEqual([]);
});

test('an input with a name that JavaScript treats specially is unknown, not lost', async () => {
  const { say, orders } = setup();
  const body = '{"action":"run","report":"taxi/daily","inputs":{"month":"2015-12","__proto__":"x"}}';
  expect(await say(socketEvent(body))).toMatchObject({ name: 'InvalidInput', field: '__proto__' });
  expect(orders).toEqual([]);
});

test('refuses a member of no group', async () => {
  const { say, call, orders } = setup();
  expect(await say(socketEvent(message, bob))).toMatchObject({ type: 'error', name: 'AccessDenied' });
  const { statusCode } = await call(restEvent({ pathParameters: { report: 'taxi%2Fdaily' } }, bob));
  expect(statusCode).toBe(403);
  expect(orders).toEqual([]);
});

test('refuses over REST with the error’s status', async () => {
  const { call, orders } = setup();
  expect(await call(sampleEvent('run-report/rest-unknown-report'))).toMatchObject({ statusCode: 404 });
  const notJson = await call({ ...sampleEvent('run-report/rest'), body: 'month=2015-12' });
  expect([notJson.statusCode, JSON.parse(notJson.body).error.name]).toEqual([400, 'InvalidMessage']);
  expect(orders).toEqual([]);
});

test('says that a report is broken', async () => {
  const { say } = setup({ template: 'select 1' });
  expect(await say(socketEvent(message))).toMatchObject({ type: 'error', name: 'InvalidTemplate' });
});

test('says that nothing could be started', async () => {
  const { call } = setup({ start: () => Promise.reject(new Unavailable('later')) });
  expect(await call(sampleEvent('run-report/rest'))).toMatchObject({ statusCode: 503 });
});

test('keeps an unknown error for the log', async () => {
  const secret = new Error('arn:aws:…');
  const { say, log } = setup({ start: () => Promise.reject(secret) });
  expect(await say(socketEvent(message))).toMatchObject({
    name: 'InternalError',
    message: 'Something went wrong on our side.',
    requestId: 'r1',
  });
  expect(log).toEqual([expect.objectContaining({ detail: secret })]);
});
