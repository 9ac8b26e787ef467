import {
  SendTaskFailureCommand,
  SendTaskHeartbeatCommand,
  SendTaskSuccessCommand,
  StartExecutionCommand,
} from '@aws-sdk/client-sfn';
import { startStack } from '../test-stack.ts';
import { workflow } from '../test-workflow.ts';

type Stack = Awaited<ReturnType<typeof startStack>>;
let stack: Stack;
afterEach(() => stack.close());

describe('task tokens', () => {
  const waiting = workflow({
    Ask: {
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
      Arguments: { FunctionName: 'ask', Payload: { token: '{% $states.context.Task.Token %}' } },
      HeartbeatSeconds: 30,
      End: true,
    },
  });

  const ask = async (timeout?: (ms: number, signal?: AbortSignal) => Promise<void>) => {
    let asked: (token: string) => void;
    const token = new Promise<string>((resolve) => {
      asked = resolve;
    });
    const invokeLambda = async (_name: string, payload: unknown) => {
      asked((payload as { token: string }).token);
      return { payload: 'asked' };
    };
    stack = await startStack({ invokeLambda, ...(timeout && { timeout }) });
    const { arn } = await stack.create(waiting);
    const { executionArn } = await stack.client.send(new StartExecutionCommand({ stateMachineArn: arn }));
    return { taskToken: await token, executionArn };
  };

  it('waits for the answer', async () => {
    const { taskToken, executionArn } = await ask();
    await stack.client.send(new SendTaskHeartbeatCommand({ taskToken }));
    await stack.client.send(new SendTaskSuccessCommand({ taskToken, output: '{"rows":3}' }));
    expect(await stack.ended(executionArn)).toMatchObject({ status: 'SUCCEEDED', output: '{"rows":3}' });
    expect(await stack.eventTypes(executionArn)).toContain('TaskSubmitted');
    const again = stack.client.send(new SendTaskSuccessCommand({ taskToken, output: '1' }));
    await expect(again).rejects.toMatchObject({ name: 'TaskTimedOut' });
  });

  it('fails as it is told', async () => {
    const { taskToken, executionArn } = await ask();
    await stack.client.send(
      new SendTaskFailureCommand({ taskToken, error: 'QueryFailed', cause: 'no table' }),
    );
    expect(await stack.ended(executionArn)).toMatchObject({
      status: 'FAILED',
      error: 'QueryFailed',
      cause: 'no table',
    });
  });

  it('fails when the heartbeat stops', async () => {
    let stop: (() => void) | undefined;
    const timeout = (ms: number) =>
      new Promise<void>((resolve) => {
        if (ms === 30_000) stop = resolve;
      });
    const { executionArn } = await ask(timeout);
    stop?.();
    expect(await stack.ended(executionArn)).toMatchObject({
      status: 'FAILED',
      error: 'States.HeartbeatTimeout',
    });
  });
});
