import {
  GetExecutionHistoryCommand,
  StartExecutionCommand,
  StartSyncExecutionCommand,
} from '@aws-sdk/client-sfn';
import { roleArn, startStack } from '../test-stack.ts';
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
const greet = workflow({ Greet: { Type: 'Pass', Output: { hello: '{% $states.input.name %}' }, End: true } });

describe('history', () => {
  it('tells the path of an execution as AWS does', async () => {
    const invokeLambda = async (name: string) =>
      name === 'broken'
        ? { payload: { errorType: 'InvalidInput', errorMessage: 'month' }, functionError: 'Unhandled' }
        : { payload: 1 };
    stack = await startStack({ invokeLambda });
    const { arn } = await stack.create(
      workflow({
        Decide: { Type: 'Choice', Choices: [{ Condition: '{% true %}', Next: 'Work' }], Default: 'Work' },
        Work: { ...invoke('broken'), Next: 'Stop', Catch: [{ ErrorEquals: ['InvalidInput'], Next: 'Stop' }] },
        Stop: { Type: 'Fail', Error: '{% $states.input.Error %}' },
      }),
    );
    const { executionArn } = await stack.client.send(new StartExecutionCommand({ stateMachineArn: arn }));
    await stack.ended(executionArn);
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
    const { arn } = await stack.create(greet);
    const { executionArn } = await stack.client.send(new StartExecutionCommand({ stateMachineArn: arn }));
    await stack.ended(executionArn);
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
    const { arn } = await stack.create(workflow({ Plain: { Type: 'Task', Resource, End: true } }), 'EXPRESS');
    const answer = await stack.client.send(
      new StartSyncExecutionCommand({ stateMachineArn: arn, input: '{"a":1}' }),
    );
    expect(JSON.parse(answer.output ?? '')).toEqual({ name: Resource, given: { a: 1 } });
    expect(await stack.eventTypes(answer.executionArn)).toEqual([
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
