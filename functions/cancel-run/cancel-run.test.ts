import { rest } from '@readout/runtime/rest.ts';
import type { RunKey, RunRecord } from '@readout/runtime/run-record.ts';
import { socket } from '@readout/runtime/socket.ts';
import { ada, bob, exampleRun, keepingLog, noon, runId, runKey } from '@readout/runtime/testing/examples.ts';
import { sampleEvent } from '@readout/runtime/testing/sample-event.ts';
import { type TestTables, testTables } from '@readout/runtime/testing/tables.ts';
import { cancelRun } from './cancel-run.ts';
import { CancelMessage, overRest, overSocket } from './channels.ts';

let tables: TestTables;
beforeEach(async () => {
  tables = await testTables();
});
afterEach(() => tables.close());

const setup = async (record: Partial<RunRecord> = {}) => {
  await tables.runs.create(exampleRun(record));
  const told: RunRecord[] = [];
  const left: { id: string; member: RunKey }[] = [];
  const trouble = { leaving: false };
  const cancel = cancelRun({
    runs: tables.runs,
    leave: async (id, { owner, runId }) => {
      if (trouble.leaving) throw new Error('no way out');
      left.push({ id, member: { owner, runId } });
    },
    tell: async (one) => void told.push(one),
    now: () => noon,
  });
  return { cancel, told, left, trouble };
};

test.each(['queued', 'running'] as const)('cancels a %s run at once and tells its owner', async (status) => {
  const { cancel, told } = await setup({ status });
  const run = await cancel(ada, runId);
  expect(run).toMatchObject({ status: 'cancelled', endedAt: noon.toISOString() });
  expect(await tables.runs.get(runKey)).toEqual(run);
  expect(told).toEqual([run]);
});

test.each([
  ['the one that it leads', {}, runId],
  ['the one that it has joined', { statement: 'another' }, 'another'],
])('leaves its statement: %s', async (_case, record, id) => {
  const { cancel, left } = await setup(record);
  await cancel(ada, runId);
  expect(left).toEqual([{ id, member: runKey }]);
});

test('leaves again when leaving went wrong the first time', async () => {
  const { cancel, left, told, trouble } = await setup({ statement: 'shared' });
  trouble.leaving = true;
  await expect(cancel(ada, runId)).rejects.toThrow('no way out');
  trouble.leaving = false;
  await expect(cancel(ada, runId)).rejects.toMatchObject({ name: 'RunEnded' });
  expect(left).toEqual([{ id: 'shared', member: runKey }]);
  expect(told).toMatchObject([{ status: 'cancelled' }]);
});

test.each(['succeeded', 'failed'] as const)('a run that %s has ended', async (status) => {
  const { cancel, left, told } = await setup({ status });
  await expect(cancel(ada, runId)).rejects.toMatchObject({ name: 'RunEnded', status: 409 });
  expect([left, told]).toEqual([[], []]);
  expect(await tables.runs.get(runKey)).toMatchObject({ status });
});

test('nobody cancels someone else’s run', async () => {
  const { cancel, left } = await setup();
  await expect(cancel(bob, runId)).rejects.toMatchObject({ name: 'RunNotFound' });
  expect(left).toEqual([]);
  expect(await tables.runs.get(runKey)).toMatchObject({ status: 'queued' });
});

const settings = () => ({ log: keepingLog(), pageOrigin: 'https://page', clientId: 'UserPoolClient' });

test('answers the run over REST', async () => {
  const { cancel } = await setup({ status: 'running' });
  const { statusCode, body } = await rest(settings(), overRest(cancel))(sampleEvent('cancel-run/rest'));
  expect([statusCode, JSON.parse(body)]).toEqual([
    200,
    expect.objectContaining({ runId, status: 'cancelled' }),
  ]);
});

test('answers the run over the WebSocket', async () => {
  const { cancel } = await setup();
  const handler = socket({ log: keepingLog(), schema: CancelMessage, now: () => noon }, overSocket(cancel));
  const { body } = await handler(sampleEvent('cancel-run/message'));
  expect(JSON.parse(body)).toMatchObject({ type: 'run', runId, status: 'cancelled' });
});

test('keeps an unknown error for the log', async () => {
  const { cancel, trouble } = await setup();
  trouble.leaving = true;
  const given = settings();
  const { statusCode, body } = await rest(given, overRest(cancel))(sampleEvent('cancel-run/rest'));
  expect(statusCode).toBe(500);
  expect(body).not.toContain('no way out');
  expect(given.log.entries).toEqual([
    expect.objectContaining({ detail: expect.objectContaining({ message: 'no way out' }) }),
  ]);
});
