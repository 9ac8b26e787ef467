import { SFNClient } from '@aws-sdk/client-sfn';
import { runLauncher } from '@readout/runtime/launch-run.ts';
import { type AwsServer, awsServer, Refusal } from '@readout/runtime/testing/aws-server.ts';
import { ada, exampleRun, runId, runKey } from '@readout/runtime/testing/examples.ts';
import { type TestTables, testTables } from '@readout/runtime/testing/tables.ts';
import { type Relaunch, relauncher } from './relaunch.ts';

const workflowArn = 'arn:aws:states:us-east-1:000000000000:stateMachine:run-report';
let tables: TestTables;
let aws: AwsServer;
let busy: boolean;
let relaunch: Relaunch;
beforeEach(async () => {
  tables = await testTables();
  busy = false;
  aws = await awsServer({
    StartExecution: () => {
      if (busy) throw new Refusal('ThrottlingException');
      return { executionArn: `${workflowArn}:${runId}`, startDate: 0 };
    },
  });
  const states = new SFNClient(aws.client);
  relaunch = relauncher({ runs: tables.runs, launch: runLauncher({ states, workflowArn }) });
});
afterEach(async () => {
  await tables.close();
  await aws.close();
});

test('starts the workflow with what the run was first started with, and counts it', async () => {
  await tables.runs.create(exampleRun({ fresh: true }));
  expect(await relaunch(runKey)).toBe(true);
  expect(aws.asked).toMatchObject([
    { operation: 'StartExecution', input: { stateMachineArn: workflowArn, name: runId } },
  ]);
  expect(JSON.parse(aws.asked[0]?.input.input)).toEqual({
    runId,
    createdAt: '2015-12-01T12:00:00.000Z',
    report: 'taxi/daily',
    inputs: { month: '2015-12' },
    caller: ada,
    fresh: true,
  });
  expect(await tables.runs.get(runKey)).toMatchObject({ relaunches: 1 });
});

test('does so six times at most', async () => {
  await tables.runs.create(exampleRun());
  const answers = [];
  for (let time = 1; time <= 8; time++) answers.push(await relaunch(runKey));
  expect(answers).toEqual([true, true, true, true, true, true, false, false]);
  expect(aws.asked).toHaveLength(6);
});

test('counts a start that went wrong too', async () => {
  await tables.runs.create(exampleRun());
  busy = true;
  await expect(relaunch(runKey)).rejects.toMatchObject({ name: 'ThrottlingException' });
  expect(await tables.runs.get(runKey)).toMatchObject({ relaunches: 1 });
});

test('starts nothing for a run that does not exist', async () => {
  expect(await relaunch(runKey)).toBe(false);
  expect(aws.asked).toEqual([]);
});
