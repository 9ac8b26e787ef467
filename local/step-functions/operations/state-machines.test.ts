import {
  DescribeStateMachineCommand,
  DescribeStateMachineForExecutionCommand,
  ListStateMachinesCommand,
  ListTagsForResourceCommand,
  StartExecutionCommand,
  ValidateStateMachineDefinitionCommand,
} from '@aws-sdk/client-sfn';
import { roleArn, startStack } from '../test-stack.ts';
import { workflow } from '../test-workflow.ts';

type Stack = Awaited<ReturnType<typeof startStack>>;
let stack: Stack;
afterEach(() => stack.close());

const greet = workflow({ Greet: { Type: 'Pass', Output: { hello: '{% $states.input.name %}' }, End: true } });

describe('state machines', () => {
  it('shows what was created', async () => {
    stack = await startStack();
    const { arn } = await stack.create(greet, 'EXPRESS');
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
