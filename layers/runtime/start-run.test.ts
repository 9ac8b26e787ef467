import { SFNClient } from '@aws-sdk/client-sfn';
import { startRun } from './start-run.ts';
import { type AwsServer, awsServer, Refusal } from './testing/aws-server.ts';
import { ada, keepingLog, noon, runId } from './testing/examples.ts';
import { type TestTables, testTables } from './testing/tables.ts';

const order = {
  report: 'taxi/daily',
  title: 'Yellow taxi',
  inputs: { month: '2015-12' },
  topic: 'left',
  requestId: 'r1',
  caller: ada,
};
let tables: TestTables;
let aws: AwsServer;
beforeEach(async () => {
  tables = await testTables();
});
afterEach(async () => {
  await tables.close();
  await aws.close();
});

const setup = async (answer: () => Promise<object>) => {
  aws = await awsServer({ StartExecution: answer });
  const log = keepingLog();
  const states = new SFNClient(aws.client);
  const deps = {
    runs: tables.runs,
    states,
    workflowArn: 'arn:workflow',
    log,
    newId: () => runId,
    now: () => noon,
  };
  return { log, start: startRun(deps) };
};

test('records the run before its workflow starts under the same id', async () => {
  let recordedFirst: unknown;
  const { start } = await setup(async () => {
    recordedFirst = await tables.runs.get(runId);
    return { executionArn: 'arn:execution', startDate: 1 };
  });
  const run = await start(order);
  expect(run).toMatchObject({ runId, status: 'queued', topic: 'left', requestId: 'r1', owner: ada.id });
  expect(recordedFirst).toEqual(run);
  const input = aws.asked[0]?.input;
  expect(input).toMatchObject({ name: runId, stateMachineArn: 'arn:workflow' });
  expect(JSON.parse(input.input)).toEqual({
    runId,
    report: 'taxi/daily',
    inputs: { month: '2015-12' },
    caller: ada,
  });
});

test('a run whose workflow does not start has failed', async () => {
  const { start, log } = await setup(async () => {
    throw new Refusal('StateMachineDoesNotExist', 'no such machine: arn:workflow');
  });
  await expect(start(order)).rejects.toMatchObject({ name: 'Unavailable' });
  const run = await tables.runs.get(runId);
  expect(run).toMatchObject({ status: 'failed', error: { name: 'Unavailable' } });
  expect(JSON.stringify(run)).not.toContain('arn:workflow');
  expect(log.entries).toEqual([
    expect.objectContaining({
      level: 'error',
      detail: expect.objectContaining({ name: 'StateMachineDoesNotExist' }),
    }),
  ]);
});
