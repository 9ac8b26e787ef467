import { sdkIntegrations } from '../integrations/sdk-integrations.ts';
import type { Definition, State } from '../interpreter/definition.ts';
import { workflow } from '../test-workflow.ts';
import { validateDefinition } from './index.ts';

const integrations = sdkIntegrations({
  endpoint: () => 'http://127.0.0.1:1',
  region: 'us-east-1',
  credentialsFor: () => ({ accessKeyId: 'a', secretAccessKey: 's' }),
});

const problems = async (definition: Definition, type: 'EXPRESS' | 'STANDARD' = 'EXPRESS') =>
  (await validateDefinition(definition, type, integrations)).map(({ message }) => message);

const task = (Resource: string, Arguments: object = {}): Definition =>
  workflow({ Work: { Type: 'Task', Resource, Arguments, End: true } });

const mapOf = (more: Partial<State>, mode = 'INLINE', Assign: object = {}): Definition =>
  workflow({
    Each: {
      Type: 'Map',
      Assign: { total: 1 },
      ItemProcessor: {
        ProcessorConfig: { Mode: mode },
        StartAt: 'One',
        States: { One: { Type: 'Pass', Assign, End: true } },
      },
      End: true,
      ...more,
    } as State,
  });

it.each([
  ['a Lambda function', 'arn:aws:lambda:us-east-1:000000000000:function:f', {}],
  ['the optimized Lambda integration', 'arn:aws:states:::lambda:invoke', { FunctionName: 'f', Payload: {} }],
  ['DynamoDB', 'arn:aws:states:::dynamodb:updateItem', { TableName: 't', Key: {} }],
  ['EventBridge', 'arn:aws:states:::events:putEvents', { Entries: [] }],
  ['SQS', 'arn:aws:states:::sqs:sendMessage', { QueueUrl: 'q', MessageBody: {} }],
  ['another workflow', 'arn:aws:states:::states:startExecution', { StateMachineArn: 'm', Input: {} }],
  ['S3', 'arn:aws:states:::aws-sdk:s3:getObject', { Bucket: 'b', Key: 'k' }],
  ['the Data API', 'arn:aws:states:::aws-sdk:redshiftdata:executeStatement', { Sql: 's', WithEvent: true }],
  [
    'an empty string and an expression of several lines',
    'arn:aws:states:::aws-sdk:redshiftdata:executeStatement',
    { DbUser: '', Sql: '{% (\n  $a := 1;\n  $string($a)\n) %}' },
  ],
  ['an SDK with camelCase members', 'arn:aws:states:::aws-sdk:sfn:startExecution', { StateMachineArn: 'm' }],
])('accepts %s', async (_name, resource, given) => {
  expect(await problems(task(resource, given))).toEqual([]);
});

it.each([
  [
    'an unknown service',
    'arn:aws:states:::aws-sdk:athena:startQueryExecution',
    {},
    'not emulated: arn:aws:states:::aws-sdk:athena',
  ],
  [
    'an unknown operation',
    'arn:aws:states:::aws-sdk:s3:fetchObject',
    {},
    'not emulated: arn:aws:states:::aws-sdk:s3:fetchObject',
  ],
  [
    'an unknown optimized integration',
    'arn:aws:states:::batch:submitJob',
    {},
    'not emulated: arn:aws:states:::batch:submitJob',
  ],
  [
    'an activity',
    'arn:aws:states:us-east-1:000000000000:activity:a',
    {},
    'not emulated: arn:aws:states:us-east-1:000000000000:activity:a',
  ],
  [
    'an argument that does not exist',
    'arn:aws:states:::aws-sdk:s3:getObject',
    { bucket: 'b' },
    "The field 'bucket' is not supported",
  ],
  [
    'an argument of Lambda',
    'arn:aws:states:::lambda:invoke',
    { ClientContext: 'c' },
    "not emulated: the argument 'ClientContext'",
  ],
  [
    '.sync in Express',
    'arn:aws:states:::states:startExecution.sync:2',
    {},
    "Express state machine does not support 'sync:2'",
  ],
  [
    'a task token in Express',
    'arn:aws:states:::lambda:invoke.waitForTaskToken',
    {},
    "Express state machine does not support 'waitForTaskToken'",
  ],
])('refuses %s', async (_name, resource, given, words) => {
  expect(await problems(task(resource, given))).toEqual([expect.stringContaining(words)]);
  expect(await problems(task(resource, given))).toEqual([expect.stringContaining("(state 'Work')")]);
});

it('accepts a task token in Standard, and refuses .sync there', async () => {
  expect(await problems(task('arn:aws:states:::lambda:invoke.waitForTaskToken'), 'STANDARD')).toEqual([]);
  expect(await problems(task('arn:aws:states:::states:startExecution.sync:2'), 'STANDARD')).toEqual([
    expect.stringContaining('not emulated: arn:aws:states:::states:startExecution.sync:2'),
  ]);
  expect(await problems(task('arn:aws:states:::aws-sdk:s3:getObject.sync'), 'STANDARD')).toEqual([
    expect.stringContaining("AWS SDK integrations do not support 'sync'"),
  ]);
});

it.each([
  ['a JSONPath machine', { ...task('x'), QueryLanguage: undefined }, 'not emulated: QueryLanguage JSONPath'],
  [
    'a JSONPath state',
    workflow({ Old: { Type: 'Pass', QueryLanguage: 'JSONPath', End: true } }),
    "not emulated: QueryLanguage JSONPath in the state 'Old'",
  ],
  ['a distributed Map', mapOf({}, 'DISTRIBUTED'), 'not emulated: ProcessorConfig.Mode DISTRIBUTED'],
  [
    'a variable that hides an outer one',
    mapOf({}, 'INLINE', { total: 2 }),
    "The variable 'total' is already assigned",
  ],
  ['a target that is not there', workflow({ A: { Type: 'Pass', Next: 'B' } }), 'B'],
  [
    'an expression that does not parse',
    workflow({ A: { Type: 'Pass', Output: '{% 1 + %}', End: true } }),
    'Output',
  ],
])('refuses %s', async (_name, definition, words) => {
  expect((await problems(definition as Definition)).join()).toContain(words);
});
