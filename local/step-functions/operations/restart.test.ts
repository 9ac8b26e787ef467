import {
  DescribeExecutionCommand,
  GetExecutionHistoryCommand,
  ListExecutionsCommand,
  SendTaskSuccessCommand,
  StartExecutionCommand,
} from '@aws-sdk/client-sfn';
import type { BusEvent } from '../../event-bridge/index.ts';
import { startStack } from '../test-stack.ts';
import { workflow } from '../test-workflow.ts';

const waiting = workflow({
  Ask: {
    Type: 'Task',
    Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
    Arguments: { FunctionName: 'ask', Payload: { token: '{% $states.context.Task.Token %}' } },
    HeartbeatSeconds: 30,
    End: true,
  },
});

/** A stack whose function `ask` hands out the token that it was given. */
const stackThatAsks = async (stateDir?: string) => {
  const events: BusEvent[] = [];
  let asked: (token: string) => void;
  const token = new Promise<string>((resolve) => {
    asked = resolve;
  });
  const stack = await startStack({
    ...(stateDir && { stateDir }),
    invokeLambda: async (_name, payload) => {
      asked((payload as { token: string }).token);
      return { payload: null };
    },
    publish: (event) => void events.push(event),
  });
  const { arn: stateMachineArn } = await stack.create(waiting);
  return { ...stack, events, token, stateMachineArn };
};

const statuses = (events: BusEvent[]) => events.map(({ detail }) => (detail as { status: string }).status);

it('tells the default bus of the start and the end of a Standard execution', async () => {
  const { client, close, ended, events, stateMachineArn, token } = await stackThatAsks();
  const { executionArn } = await client.send(
    new StartExecutionCommand({ stateMachineArn, name: 'one', input: '{"a":1}' }),
  );
  await client.send(new SendTaskSuccessCommand({ taskToken: await token, output: '{"b":2}' }));
  await ended(executionArn);
  expect(events).toMatchObject([
    {
      source: 'aws.states',
      'detail-type': 'Step Functions Execution Status Change',
      resources: [executionArn],
      detail: { executionArn, stateMachineArn, name: 'one', status: 'RUNNING', stopDate: null, output: null },
    },
    {
      detail: {
        status: 'SUCCEEDED',
        startDate: Date.parse('2026-01-02T03:04:05.678Z'),
        stopDate: Date.parse('2026-01-02T03:04:05.678Z'),
        input: '{"a":1}',
        inputDetails: { included: true },
        output: '{"b":2}',
        outputDetails: { included: true },
      },
    },
  ]);
  await close();
});

it('leaves out an input that is too large for the event', async () => {
  const { client, close, events, stateMachineArn } = await stackThatAsks();
  const input = JSON.stringify('x'.repeat(250 * 1024));
  await client.send(new StartExecutionCommand({ stateMachineArn, input }));
  expect(events).toMatchObject([{ detail: { input: null, inputDetails: { included: false } } }]);
  await close();
});

it('ends what still ran when the stack was stopped as aborted, and says so everywhere', async () => {
  const first = await stackThatAsks();
  const { executionArn } = await first.client.send(
    new StartExecutionCommand({ stateMachineArn: first.stateMachineArn, name: 'one', input: '{"a":1}' }),
  );
  const taskToken = await first.token;
  await first.close({ keepState: true });
  expect(statuses(first.events)).toEqual(['RUNNING']);

  const { client, close, events, eventTypes, stateMachineArn, stepFunctions } = await stackThatAsks(
    first.stateDir,
  );
  stepFunctions.abortLeft();
  expect(events).toMatchObject([
    { detail: { executionArn, status: 'ABORTED', input: '{"a":1}', stopDate: expect.any(Number) } },
  ]);
  const { executions } = await client.send(
    new ListExecutionsCommand({ stateMachineArn, statusFilter: 'ABORTED' }),
  );
  expect(executions).toMatchObject([{ executionArn, status: 'ABORTED' }]);
  expect(await client.send(new DescribeExecutionCommand({ executionArn }))).toMatchObject({
    status: 'ABORTED',
    error: 'StackStopped',
    cause: 'The local stack stopped while this execution ran.',
  });
  expect(await eventTypes(executionArn)).toEqual([
    'ExecutionStarted',
    'TaskStateEntered',
    'TaskScheduled',
    'TaskStarted',
    'TaskSubmitted',
    'ExecutionAborted',
  ]);
  const { events: history = [] } = await client.send(new GetExecutionHistoryCommand({ executionArn }));
  expect(history.map(({ id, previousEventId }) => [id, previousEventId])).toEqual(
    [0, 0, 2, 3, 4, 5].map((previous, at) => [at + 1, previous]),
  );
  const late = client.send(new SendTaskSuccessCommand({ taskToken, output: '1' }));
  await expect(late).rejects.toMatchObject({ name: 'TaskTimedOut' });
  const again = client.send(new StartExecutionCommand({ stateMachineArn, name: 'one', input: '{"a":1}' }));
  await expect(again).rejects.toMatchObject({ name: 'ExecutionAlreadyExists' });
  await close({ keepState: true });

  const third = await stackThatAsks(first.stateDir);
  third.stepFunctions.abortLeft();
  expect(third.events).toEqual([]);
  await third.close();
});
