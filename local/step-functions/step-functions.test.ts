import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  DescribeExecutionCommand,
  DescribeStateMachineCommand,
  DescribeStateMachineForExecutionCommand,
  GetExecutionHistoryCommand,
  ListExecutionsCommand,
  ListStateMachinesCommand,
  ListTagsForResourceCommand,
  SendTaskFailureCommand,
  SendTaskHeartbeatCommand,
  SendTaskSuccessCommand,
  StartExecutionCommand,
  StartSyncExecutionCommand,
  StopExecutionCommand,
  TestStateCommand,
  ValidateStateMachineDefinitionCommand,
} from '@aws-sdk/client-sfn';
import type { Definition } from './interpreter/definition.ts';
import { roleArn, startStack } from './test-stack.ts';
import { workflow } from './test-workflow.ts';

type Stack = Awaited<ReturnType<typeof startStack>>;
let stack: Stack;
afterEach(() => stack.close());

const create = (definition: Definition, type: 'EXPRESS' | 'STANDARD' = 'STANDARD', name = 'machine') =>
  stack.stepFunctions.createStateMachine({ name, definition, type, roleArn });

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
    const { arn } = await create(double);
    const started = await stack.client.send(
      new StartExecutionCommand({ stateMachineArn: arn, name: 'one', input: '21' }),
    );
    expect(started.executionArn).toBe('arn:aws:states:us-east-1:000000000000:execution:machine:one');
    expect(started.startDate).toEqual(new Date('2026-01-02T03:04:05.678Z'));
    await ended(started.executionArn);
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
    const { arn } = await create(greet, 'EXPRESS');
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
    const { arn } = await create(workflow({ No: { Type: 'Fail', Error: 'Nope', Cause: 'so' } }), 'EXPRESS');
    const answer = await stack.client.send(new StartSyncExecutionCommand({ stateMachineArn: arn }));
    expect(answer).toMatchObject({ status: 'FAILED', error: 'Nope', cause: 'so' });
  });

  it('takes a Standard name once, except for the same input while it runs', async () => {
    stack = await startStack({ sleep: never });
    const { arn } = await create(forever);
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
    const { arn } = await create(greet, 'EXPRESS');
    const input = '{"name":"Ada"}';
    for (const name of ['same', 'same', 'other']) {
      const { executionArn } = await stack.client.send(
        new StartExecutionCommand({ stateMachineArn: arn, name, input }),
      );
      await ended(executionArn);
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
    const { arn } = await create(forever);
    const { executionArn } = await stack.client.send(new StartExecutionCommand({ stateMachineArn: arn }));
    await stack.client.send(new StopExecutionCommand({ executionArn, error: 'Enough', cause: 'asked' }));
    expect(await stack.client.send(new DescribeExecutionCommand({ executionArn }))).toMatchObject({
      status: 'ABORTED',
      error: 'Enough',
      cause: 'asked',
    });
    expect(await eventTypes(executionArn)).toEqual([
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
    const { arn } = await create(forever, 'EXPRESS');
    const answer = await stack.client.send(new StartSyncExecutionCommand({ stateMachineArn: arn }));
    expect(answer.status).toBe('TIMED_OUT');
    expect(limits).toEqual([300_000]);
  });

  it('shows what ended before a restart', async () => {
    const stateDir = await mkdtemp(join(tmpdir(), 'step-functions-'));
    stack = await startStack({ stateDir });
    const { arn } = await create(greet, 'EXPRESS');
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
    const { arn } = await create(greet);
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

describe('history', () => {
  it('tells the path of an execution as AWS does', async () => {
    const invokeLambda = async (name: string) =>
      name === 'broken'
        ? { payload: { errorType: 'InvalidInput', errorMessage: 'month' }, functionError: 'Unhandled' }
        : { payload: 1 };
    stack = await startStack({ invokeLambda });
    const { arn } = await create(
      workflow({
        Decide: { Type: 'Choice', Choices: [{ Condition: '{% true %}', Next: 'Work' }], Default: 'Work' },
        Work: { ...invoke('broken'), Next: 'Stop', Catch: [{ ErrorEquals: ['InvalidInput'], Next: 'Stop' }] },
        Stop: { Type: 'Fail', Error: '{% $states.input.Error %}' },
      }),
    );
    const { executionArn } = await stack.client.send(new StartExecutionCommand({ stateMachineArn: arn }));
    await ended(executionArn);
    const { events = [] } = await stack.client.send(new GetExecutionHistoryCommand({ executionArn }));
    expect(events.map(({ type, id, previousEventId }) => [type, id, previousEventId])).toEqual([
      ['ExecutionStarted', 1, 0],
      ['ChoiceStateEntered', 2, 0],
      ['ChoiceStateExited', 3, 2],
      ['TaskStateEntered', 4, 3],
      ['TaskScheduled', 5, 4],
      ['TaskStarted', 6, 5],
      ['TaskFailed', 7, 6],
      ['TaskStateExited', 8, 7],
      ['FailStateEntered', 9, 8],
      ['ExecutionFailed', 10, 9],
    ]);
    expect(events[0]?.executionStartedEventDetails).toMatchObject({ input: '{}', roleArn });
    expect(events[4]?.taskScheduledEventDetails).toEqual({
      resourceType: 'lambda',
      resource: 'invoke',
      region: 'us-east-1',
      parameters: '{"FunctionName":"broken","Payload":{}}',
    });
    const cause = '{"errorType":"InvalidInput","errorMessage":"month"}';
    expect(events[6]?.taskFailedEventDetails).toMatchObject({ error: 'InvalidInput', cause });
    expect(events[9]?.executionFailedEventDetails).toEqual({ error: 'InvalidInput' });
    expect(events[0]?.timestamp).toEqual(new Date('2026-01-02T03:04:05.678Z'));
  });

  it('shows an expression that failed, in pages and in reverse', async () => {
    stack = await startStack();
    const { arn } = await create(greet);
    const { executionArn } = await stack.client.send(new StartExecutionCommand({ stateMachineArn: arn }));
    await ended(executionArn);
    const history = (more: object) =>
      stack.client.send(new GetExecutionHistoryCommand({ executionArn, ...more }));
    const { events, nextToken } = await history({ reverseOrder: true, maxResults: 2 });
    expect(events?.map(({ type }) => type)).toEqual(['ExecutionFailed', 'EvaluationFailed']);
    expect(events?.[1]?.evaluationFailedEventDetails).toEqual({
      error: 'States.QueryEvaluationError',
      location: 'Output/hello',
      state: 'Greet',
      cause:
        "An error occurred while executing the state 'Greet' (entered at the event id #2). The JSONata expression " +
        "'$states.input.name' specified for the field 'Output/hello' returned nothing (undefined).",
    });
    const rest = await history({ reverseOrder: true, nextToken, includeExecutionData: false });
    expect(rest.events?.map(({ stateEnteredEventDetails }) => stateEnteredEventDetails)).toEqual([
      { name: 'Greet' },
      undefined,
    ]);
  });

  it('uses Lambda events for a plain function ARN', async () => {
    stack = await startStack({ invokeLambda: async (name, given) => ({ payload: { name, given } }) });
    const Resource = 'arn:aws:lambda:us-east-1:000000000000:function:plain';
    const { arn } = await create(workflow({ Plain: { Type: 'Task', Resource, End: true } }), 'EXPRESS');
    const answer = await stack.client.send(
      new StartSyncExecutionCommand({ stateMachineArn: arn, input: '{"a":1}' }),
    );
    expect(JSON.parse(answer.output ?? '')).toEqual({ name: Resource, given: { a: 1 } });
    expect(await eventTypes(answer.executionArn)).toEqual([
      'ExecutionStarted',
      'TaskStateEntered',
      'LambdaFunctionScheduled',
      'LambdaFunctionStarted',
      'LambdaFunctionSucceeded',
      'TaskStateExited',
      'ExecutionSucceeded',
    ]);
  });
});

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
    const { arn } = await create(waiting);
    const { executionArn } = await stack.client.send(new StartExecutionCommand({ stateMachineArn: arn }));
    return { taskToken: await token, executionArn };
  };

  it('waits for the answer', async () => {
    const { taskToken, executionArn } = await ask();
    await stack.client.send(new SendTaskHeartbeatCommand({ taskToken }));
    await stack.client.send(new SendTaskSuccessCommand({ taskToken, output: '{"rows":3}' }));
    expect(await ended(executionArn)).toMatchObject({ status: 'SUCCEEDED', output: '{"rows":3}' });
    expect(await eventTypes(executionArn)).toContain('TaskSubmitted');
    const again = stack.client.send(new SendTaskSuccessCommand({ taskToken, output: '1' }));
    await expect(again).rejects.toMatchObject({ name: 'TaskTimedOut' });
  });

  it('fails as it is told', async () => {
    const { taskToken, executionArn } = await ask();
    await stack.client.send(
      new SendTaskFailureCommand({ taskToken, error: 'QueryFailed', cause: 'no table' }),
    );
    expect(await ended(executionArn)).toMatchObject({
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
    expect(await ended(executionArn)).toMatchObject({ status: 'FAILED', error: 'States.HeartbeatTimeout' });
  });
});

describe('state machines', () => {
  it('shows what was created', async () => {
    stack = await startStack();
    const { arn } = await create(greet, 'EXPRESS');
    const { stateMachines } = await stack.client.send(new ListStateMachinesCommand({}));
    expect(stateMachines).toMatchObject([{ name: 'machine', type: 'EXPRESS', stateMachineArn: arn }]);
    const described = await stack.client.send(new DescribeStateMachineCommand({ stateMachineArn: arn }));
    expect(described).toMatchObject({ status: 'ACTIVE', roleArn, type: 'EXPRESS' });
    expect(JSON.parse(described.definition ?? '')).toEqual(greet);
    const { executionArn } = await stack.client.send(new StartExecutionCommand({ stateMachineArn: arn }));
    const forExecution = new DescribeStateMachineForExecutionCommand({ executionArn });
    expect(await stack.client.send(forExecution)).toMatchObject({ stateMachineArn: arn, name: 'machine' });
    const tags = await stack.client.send(new ListTagsForResourceCommand({ resourceArn: arn }));
    expect(tags.tags).toEqual([]);
  });

  it('validates without creating', async () => {
    stack = await startStack();
    const check = (definition: object) =>
      stack.client.send(
        new ValidateStateMachineDefinitionCommand({
          definition: JSON.stringify(definition),
          type: 'EXPRESS',
        }),
      );
    expect(await check(greet)).toMatchObject({ result: 'OK', diagnostics: [] });
    expect(await check(workflow({ A: { Type: 'Pass', Next: 'B' } }))).toMatchObject({
      result: 'FAIL',
      diagnostics: [{ severity: 'ERROR', code: 'MISSING_TRANSITION_TARGET' }, { severity: 'ERROR' }],
    });
  });
});

const ended = async (executionArn: string | undefined) => {
  for (;;) {
    const execution = await stack.client.send(new DescribeExecutionCommand({ executionArn }));
    if (execution.status !== 'RUNNING') return execution;
    await new Promise((soon) => setTimeout(soon, 5));
  }
};

const eventTypes = async (executionArn: string | undefined) => {
  const { events = [] } = await stack.client.send(new GetExecutionHistoryCommand({ executionArn }));
  return events.map(({ type }) => type);
};
