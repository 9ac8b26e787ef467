import { rest } from '@readout/runtime/rest.ts';
import { bob, exampleRun, keepingLog, runId } from '@readout/runtime/testing/examples.ts';
import { sampleEvent } from '@readout/runtime/testing/sample-event.ts';
import { type TestTables, testTables } from '@readout/runtime/testing/tables.ts';
import { getRun } from './get-run.ts';

let tables: TestTables;
beforeEach(async () => {
  tables = await testTables();
});
afterEach(() => tables.close());

const call = async (runs: Parameters<typeof getRun>[0]['runs'] = tables.runs) => {
  const log = keepingLog();
  const handler = rest({ log, pageOrigin: 'https://page', clientId: 'UserPoolClient' }, getRun({ runs }));
  const { statusCode, body } = await handler(sampleEvent('get-run/rest'));
  return { statusCode, body: JSON.parse(body), log: log.entries };
};

test('answers the caller’s run, without what is ours', async () => {
  await tables.runs.create(exampleRun({ topic: 'left', told: 'x' }));
  const { statusCode, body } = await call();
  expect(statusCode).toBe(200);
  expect(body).toEqual({
    runId,
    report: 'taxi/daily',
    title: 'Yellow taxi, day by day',
    topic: 'left',
    status: 'queued',
    cursor: '000000000000001',
    inputs: { month: '2015-12' },
    createdAt: '2015-12-01T12:00:00.000Z',
    changedAt: '2015-12-01T12:00:00.000Z',
  });
});

test('answers alike for someone else’s run and for none', async () => {
  const none = await call();
  await tables.runs.create(exampleRun({ owner: bob.id }));
  expect(await call()).toEqual(none);
  expect(none).toMatchObject({ statusCode: 404, body: { error: { name: 'RunNotFound' } } });
});

test('keeps an unknown error for the log', async () => {
  const secret = new Error('arn:aws:…');
  const { statusCode, body, log } = await call({ owned: () => Promise.reject(secret) });
  expect([statusCode, body.error.name]).toEqual([500, 'InternalError']);
  expect(log).toEqual([expect.objectContaining({ detail: secret })]);
});
