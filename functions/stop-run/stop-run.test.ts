import { rest } from '@readout/runtime/rest.ts';
import type { RunKey, RunRecord } from '@readout/runtime/run-record.ts';
import type { StopForAll } from '@readout/runtime/statements/stop-for-all.ts';
import {
  ada,
  bob,
  exampleRun,
  exampleStatement,
  keepingLog,
  noon,
  runId,
} from '@readout/runtime/testing/examples.ts';
import { sampleEvent } from '@readout/runtime/testing/sample-event.ts';
import { type TestTables, testTables } from '@readout/runtime/testing/tables.ts';
import { stopRun } from './stop-run.ts';

const key: RunKey = { owner: bob.id, runId };
let tables: TestTables;
beforeEach(async () => {
  tables = await testTables();
});
afterEach(() => tables.close());

const setup = async (
  record: Partial<RunRecord> | undefined = {},
  stopped?: ReturnType<typeof exampleStatement>,
) => {
  if (record) await tables.runs.create(exampleRun({ ...key, ...record }));
  const log = keepingLog();
  const asked: unknown[] = [];
  const stop: StopForAll = async (...given) => {
    asked.push(given);
    return stopped;
  };
  const told: RunRecord[] = [];
  const left: unknown[] = [];
  const handler = rest(
    { log, pageOrigin: 'https://page', clientId: 'UserPoolClient' },
    stopRun({
      runs: tables.runs,
      stop,
      leave: async (id, member) => void left.push([id, member.runId]),
      tell: async (one) => void told.push(one),
      log,
      operatorGroup: 'operators',
      now: () => noon,
    }),
  );
  const call = async (event: object = sampleEvent('stop-run/operator')) => {
    const { statusCode, body } = await handler(event as Parameters<typeof handler>[0]);
    return { statusCode, body: JSON.parse(body) };
  };
  return { call, asked, told, left, log: log.entries };
};
const refused = (statusCode: number, name: string) => ({ statusCode, body: { error: { name } } });
const abandoned = exampleStatement({
  status: 'abandoned',
  members: [key, { owner: ada.id, runId: '8a0d7f37-0000-4000-8000-000000000001' }],
});

test.each([
  ['the one that it leads', {}, runId],
  ['the one that it has joined', { statement: 'another' }, 'another'],
])('stops its statement for all who wait for it: %s', async (_case, record, id) => {
  const { call, asked, told } = await setup({ status: 'running', ...record }, abandoned);
  expect(await call()).toEqual({ statusCode: 202, body: { runs: 2 } });
  expect(asked).toEqual([[id, 'ada@example.com']]);
  expect([told, await tables.runs.get(key)]).toMatchObject([[], { status: 'running' }]);
});

test('the log says who stopped whose run', async () => {
  const { call, log } = await setup({ status: 'running' }, abandoned);
  await call();
  expect(log).toEqual([
    {
      level: 'info',
      message: 'An operator stopped a run.',
      detail: { runId, owner: bob.id, operator: ada.id, runs: 2 },
    },
  ]);
});

test('a run that has no statement yet is cancelled alone, and its owner is told by whom', async () => {
  const { call, told, left } = await setup();
  expect(await call()).toEqual({ statusCode: 202, body: { runs: 1 } });
  const record = await tables.runs.get(key);
  expect(record).toMatchObject({ status: 'cancelled', stoppedBy: 'ada@example.com' });
  expect([told, left]).toEqual([[record], [[runId, runId]]]);
});

test.each(['succeeded', 'failed', 'cancelled'] as const)('a run that %s has ended', async (status) => {
  const { call, asked } = await setup({ status });
  expect(await call()).toMatchObject(refused(409, 'RunEnded'));
  expect(asked).toEqual([]);
});

test('nor is a run stopped whose statement has just ended', async () => {
  const { call, told, log } = await setup({ status: 'running' }, exampleStatement({ status: 'succeeded' }));
  expect(await call()).toMatchObject(refused(409, 'RunEnded'));
  expect([told, log]).toEqual([[], []]);
});

test('is for operators only', async () => {
  const { call, asked } = await setup({ status: 'running' }, abandoned);
  expect(await call(sampleEvent('stop-run/not-an-operator'))).toMatchObject(refused(403, 'AccessDenied'));
  expect(asked).toEqual([]);
});

test.each([
  ['of somebody else', ada.id, runId],
  ['of nobody', 'x'.repeat(3000), runId],
  ['without an id', bob.id, 'x'],
])('there is no run %s', async (_case, owner, id) => {
  const { call, asked } = await setup({ status: 'running' }, abandoned);
  const event = { ...sampleEvent('stop-run/operator'), pathParameters: { owner, runId: id } };
  expect(await call(event)).toMatchObject(refused(404, 'RunNotFound'));
  expect(asked).toEqual([]);
});
