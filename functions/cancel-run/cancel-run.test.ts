import { RedshiftDataClient } from '@aws-sdk/client-redshift-data';
import { rest } from '@readout/runtime/rest.ts';
import type { RunRecord } from '@readout/runtime/run-record.ts';
import { socket } from '@readout/runtime/socket.ts';
import { type AwsServer, awsServer, Refusal } from '@readout/runtime/testing/aws-server.ts';
import {
  ada,
  bob,
  exampleRun,
  keepingLog,
  noon,
  runId,
  statementId,
} from '@readout/runtime/testing/examples.ts';
import { sampleEvent } from '@readout/runtime/testing/sample-event.ts';
import { type TestTables, testTables } from '@readout/runtime/testing/tables.ts';
import { cancelRun } from './cancel-run.ts';
import { CancelMessage, overRest, overSocket } from './channels.ts';

let tables: TestTables;
let aws: AwsServer;
beforeEach(async () => {
  tables = await testTables();
});
afterEach(async () => {
  await tables.close();
  await aws.close();
});

const setup = async (answer: () => object = () => ({ Status: true })) => {
  aws = await awsServer({ CancelStatement: answer });
  const told: RunRecord[] = [];
  const deps = {
    runs: tables.runs,
    redshift: new RedshiftDataClient(aws.client),
    tell: async (record: RunRecord) => void told.push(record),
    now: () => noon,
  };
  return { cancel: cancelRun(deps), deps, told };
};

const running: Partial<RunRecord> = { status: 'running', statementId };

test('cancels a queued run at once and tells its owner', async () => {
  await tables.runs.create(exampleRun());
  const { cancel, told } = await setup();
  const run = await cancel(ada, runId);
  expect(run).toMatchObject({ status: 'cancelled', endedAt: noon.toISOString() });
  expect(await tables.runs.get(runId)).toEqual(run);
  expect(told).toEqual([run]);
  expect(aws.asked).toEqual([]);
});

test('cancels a running run in Redshift and leaves its end to the event', async () => {
  await tables.runs.create(exampleRun(running));
  const { cancel, told } = await setup();
  expect(await cancel(ada, runId)).toMatchObject({ status: 'running' });
  expect(aws.asked).toEqual([{ operation: 'CancelStatement', input: { Id: statementId } }]);
  expect(await tables.runs.get(runId)).toMatchObject({ status: 'running' });
  expect(told).toEqual([]);
});

test('a run that begins to run meanwhile is cancelled in Redshift', async () => {
  await tables.runs.create(exampleRun());
  const { deps } = await setup();
  let reads = 0;
  const owned = async (...which: [string, string]) => {
    const record = await tables.runs.owned(...which);
    reads += 1;
    if (reads === 1) await tables.runs.transition(runId, { status: 'running', at: noon, statementId });
    return record;
  };
  const transition = tables.runs.transition.bind(tables.runs);
  await cancelRun({ ...deps, runs: { owned, transition } })(ada, runId);
  expect(aws.asked).toEqual([{ operation: 'CancelStatement', input: { Id: statementId } }]);
  expect(await tables.runs.get(runId)).toMatchObject({ status: 'running' });
});

test('a statement that has just finished is no error', async () => {
  await tables.runs.create(exampleRun(running));
  const { cancel } = await setup(() => {
    const message = `Could not cancel a query that is already in FINISHED state with ID: ${statementId}`;
    throw new Refusal('ValidationException', message);
  });
  expect(await cancel(ada, runId)).toMatchObject({ status: 'running' });
});

test.each(['succeeded', 'failed', 'cancelled'] as const)('a run that %s has ended', async (status) => {
  await tables.runs.create(exampleRun({ status, statementId }));
  const { cancel } = await setup();
  await expect(cancel(ada, runId)).rejects.toMatchObject({ name: 'RunEnded', status: 409 });
  expect(aws.asked).toEqual([]);
});

test('nobody cancels someone else’s run', async () => {
  await tables.runs.create(exampleRun(running));
  const { cancel } = await setup();
  await expect(cancel(bob, runId)).rejects.toMatchObject({ name: 'RunNotFound' });
  expect(aws.asked).toEqual([]);
});

const settings = () => ({ log: keepingLog(), pageOrigin: 'https://page', clientId: 'UserPoolClient' });

test('answers the run over REST', async () => {
  await tables.runs.create(exampleRun(running));
  const { cancel } = await setup();
  const { statusCode, body } = await rest(settings(), overRest(cancel))(sampleEvent('cancel-run/rest'));
  expect([statusCode, JSON.parse(body)]).toEqual([
    200,
    expect.objectContaining({ runId, status: 'running' }),
  ]);
});

test('answers the run over the WebSocket', async () => {
  await tables.runs.create(exampleRun());
  const { cancel } = await setup();
  const handler = socket({ log: keepingLog(), schema: CancelMessage }, overSocket(cancel));
  const { body } = await handler(sampleEvent('cancel-run/message'));
  expect(JSON.parse(body)).toMatchObject({ type: 'run', runId, status: 'cancelled' });
});

test('keeps an unknown error for the log', async () => {
  await tables.runs.create(exampleRun(running));
  const { cancel } = await setup(() => {
    throw new Refusal('AccessDeniedException', 'User: arn:aws:… is not authorized');
  });
  const given = settings();
  const { statusCode, body } = await rest(given, overRest(cancel))(sampleEvent('cancel-run/rest'));
  expect(statusCode).toBe(500);
  expect(body).not.toContain('arn:');
  expect(given.log.entries).toEqual([
    expect.objectContaining({ detail: expect.objectContaining({ name: 'AccessDeniedException' }) }),
  ]);
});
