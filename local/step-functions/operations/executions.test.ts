import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  DescribeExecutionCommand,
  ListExecutionsCommand,
  StartExecutionCommand,
  StartSyncExecutionCommand,
  StopExecutionCommand,
  TestStateCommand,
} from '@aws-sdk/client-sfn';
import { startStack } from '../test-stack.ts';
import { workflow } from '../test-workflow.ts';

type Stack = Awaited<ReturnType<typeof startStack>>;
let stack: Stack;
afterEach(() => stack.close());

const invoke = (FunctionName: string) => ({
  Type: 'Task' as const,
  Resource: 'arn:aws:states:::lambda:invoke',
  Arguments: { FunctionName, Payload: '{% $states.input %}' },
  Output: '{% $states.result.Payload %}',
});
const double = workflow({ Double: { ...invoke('double'), End: true } });
const greet = workflow({ Greet: { Type: 'Pass', Output: { hello: '{% $states.input.name %}' }, End: true } });
const forever = workflow({ Sleep: { Type: 'Wait', Seconds: 3600, End: true } });
const never = (_ms: number, signal?: AbortSignal) =>
  new Promise<void>((_resolve, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
  });

describe('executions', () => {
  it('runs a Standard execution and shows it', async () => {
    stack = await startStack({ invokeLambda: async (_name, n) => ({ payload: Number(n) * 2 }) });
    const { arn } = await stack.create(double);
    const started = await stack.client.send(
      new StartExecutionCommand({ stateMachineArn: arn, name: 'one', input: '21' }),
    );
    expect(started.executionArn).toBe('arn:aws:states:us-east-1:000000000000:execution:machine:one');
    expect(started.startDate).toEqual(new Date('2026-01-02T03:04:05.678Z'));
    await stack.ended(started.executionArn);
    const { executionArn } = started;
    expect(await stack.client.send(new DescribeExecutionCommand({ executionArn }))).toMatchObject({
      status: 'SUCCEEDED',
      input: '21',
      output: '42',
      name: 'one',
      stateMachineArn: arn,
      stopDate: new Date('2026-01-02T03:04:05.678Z'),
    });
    const metadata = new DescribeExecutionCommand({ executionArn, includedData: 'METADATA_ONLY' });
    expect(await stack.client.send(metadata)).toMatchObject({ inputDetails: { included: false } });
  });

  it('answers a synchronous Express execution with its end', async () => {
    stack = await startStack();
    const { arn } = await stack.create(greet, 'EXPRESS');
    const request = new StartSyncExecutionCommand({
      stateMachineArn: arn,
      name: 'x',
      input: '{"name":"Ada"}',
    });
    const answer = await stack.client.send(request);
    expect(answer).toMatchObject({ status: 'SUCCEEDED', output: '{"hello":"Ada"}' });
    expect(answer.executionArn).toMatch(/:express:machine:x:id-\d+$/);
  });

  it('answers a synchronous failure with error and cause', async () => {
    stack = await startStack();
    const { arn } = await stack.create(
      workflow({ No: { Type: 'Fail', Error: 'Nope', Cause: 'so' } }),
      'EXPRESS',
    );
    const answer = await stack.client.send(new StartSyncExecutionCommand({ stateMachineArn: arn }));
    expect(answer).toMatchObject({ status: 'FAILED', error: 'Nope', cause: 'so' });
  });

  it('takes a Standard name once, except for the same input while it runs', async () => {
    stack = await startStack({ sleep: never });
    const { arn } = await stack.create(forever);
    const start = (input: string) =>
      stack.client.send(new StartExecutionCommand({ stateMachineArn: arn, name: 'one', input }));
    const first = await start('{}');
    expect((await start('{}')).executionArn).toBe(first.executionArn);
    await expect(start('{"other":1}')).rejects.toMatchObject({ name: 'ExecutionAlreadyExists' });
    await stack.client.send(new StopExecutionCommand({ executionArn: first.executionArn }));
    await expect(start('{}')).rejects.toMatchObject({ name: 'ExecutionAlreadyExists' });
  });

  it('takes an Express name as often as it comes, and lists those executions', async () => {
    stack = await startStack();
    const { arn } = await stack.create(greet, 'EXPRESS');
    const input = '{"name":"Ada"}';
    for (const name of ['same', 'same', 'other']) {
      const { executionArn } = await stack.client.send(
        new StartExecutionCommand({ stateMachineArn: arn, name, input }),
      );
      await stack.ended(executionArn);
    }
    const list = (more: object = {}) =>
      stack.client.send(new ListExecutionsCommand({ stateMachineArn: arn, ...more }));
    expect((await list()).executions?.map(({ name }) => name)).toEqual(['other', 'same', 'same']);
    expect((await list({ statusFilter: 'FAILED' })).executions).toEqual([]);
    const first = await list({ maxResults: 2 });
    expect((await list({ maxResults: 2, nextToken: first.nextToken })).executions).toHaveLength(1);
    await expect(list({ nextToken: 'made up' })).rejects.toMatchObject({ name: 'InvalidToken' });
  });

  it('stops a Standard execution', async () => {
    stack = await startStack({ sleep: never });
    const { arn } = await stack.create(forever);
    const { executionArn } = await stack.client.send(new StartExecutionCommand({ stateMachineArn: arn }));
    await stack.client.send(new StopExecutionCommand({ executionArn, error: 'Enough', cause: 'asked' }));
    expect(await stack.client.send(new DescribeExecutionCommand({ executionArn }))).toMatchObject({
      status: 'ABORTED',
      error: 'Enough',
      cause: 'asked',
    });
    expect(await stack.eventTypes(executionArn)).toEqual([
      'ExecutionStarted',
      'WaitStateEntered',
      'WaitStateAborted',
      'ExecutionAborted',
    ]);
  });

  it('ends an Express execution after 5 minutes', async () => {
    const limits: number[] = [];
    const timeout = async (ms: number) => void limits.push(ms);
    stack = await startStack({ sleep: never, timeout });
    const { arn } = await stack.create(forever, 'EXPRESS');
    const answer = await stack.client.send(new StartSyncExecutionCommand({ stateMachineArn: arn }));
    expect(answer.status).toBe('TIMED_OUT');
    expect(limits).toEqual([300_000]);
  });

  it('shows what ended before a restart', async () => {
    const stateDir = await mkdtemp(join(tmpdir(), 'step-functions-'));
    stack = await startStack({ stateDir });
    const { arn } = await stack.create(greet, 'EXPRESS');
    const { executionArn } = await stack.client.send(
      new StartSyncExecutionCommand({ stateMachineArn: arn, input: '{"name":"Ada"}' }),
    );
    await stack.close({ keepState: true });
    stack = await startStack({ stateDir });
    expect(await stack.client.send(new DescribeExecutionCommand({ executionArn }))).toMatchObject({
      status: 'SUCCEEDED',
      output: '{"hello":"Ada"}',
    });
  });

  it.each([
    ['a machine that is not there', { stateMachineArn: 'arn:x' }, 'StateMachineDoesNotExist'],
    ['input that is not JSON', { input: '{' }, 'InvalidExecutionInput'],
    ['input over 256 KiB', { input: `"${'x'.repeat(262_144)}"` }, 'ValidationException'],
    ['a name with a slash', { name: 'a/b' }, 'InvalidName'],
  ])('refuses %s', async (_name, change, error) => {
    stack = await startStack();
    const { arn } = await stack.create(greet);
    const start = stack.client.send(new StartExecutionCommand({ stateMachineArn: arn, ...change }));
    await expect(start).rejects.toMatchObject({ name: error });
  });

  it('refuses what it does not emulate, by name', async () => {
    stack = await startStack();
    await expect(stack.client.send(new TestStateCommand({ definition: '{}' }))).rejects.toMatchObject({
      message: 'not emulated: AWSStepFunctions.TestState',
    });
    const described = new DescribeExecutionCommand({ executionArn: 'arn:x' });
    await expect(stack.client.send(described)).rejects.toMatchObject({ name: 'ExecutionDoesNotExist' });
  });
});
