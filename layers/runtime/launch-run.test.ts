import { SFNClient } from '@aws-sdk/client-sfn';
import { runLauncher } from './launch-run.ts';
import type { RunRecord } from './run-record.ts';
import { type AwsServer, awsServer, Refusal } from './testing/aws-server.ts';
import { ada, exampleRun, noon, runId } from './testing/examples.ts';

let aws: AwsServer;
afterEach(() => aws.close());

const launch = async (
  change: Partial<RunRecord> = {},
  answer: () => object = () => ({ executionArn: 'arn:execution', startDate: 1 }),
): Promise<void> => {
  aws = await awsServer({ StartExecution: answer });
  const launcher = runLauncher({ states: new SFNClient(aws.client), workflowArn: 'arn:workflow' });
  return launcher(exampleRun(change));
};

test('a workflow is started under the id of its run, with what it is asked and for whom', async () => {
  await launch({ pageKey: 'ours', topic: 'left' });
  const [{ operation, input } = { operation: '', input: {} }] = aws.asked;
  expect([operation, input.name, input.stateMachineArn]).toEqual(['StartExecution', runId, 'arn:workflow']);
  expect(JSON.parse(input.input)).toEqual({
    runId,
    report: 'taxi/daily',
    inputs: { month: '2015-12' },
    caller: ada,
    fresh: false,
    createdAt: noon.toISOString(),
  });
});

test('it knows that its run may reuse nothing', async () => {
  await launch({ fresh: true });
  expect(JSON.parse(aws.asked[0]?.input.input)).toMatchObject({ fresh: true });
});

test('that it does not start is for the caller', async () => {
  const refusing = () => {
    throw new Refusal('StateMachineDoesNotExist', 'no such machine');
  };
  await expect(launch({}, refusing)).rejects.toMatchObject({ name: 'StateMachineDoesNotExist' });
});
