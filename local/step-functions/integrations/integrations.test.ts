import { createHash } from 'node:crypto';
import { StartSyncExecutionCommand } from '@aws-sdk/client-sfn';
import type { Service, ServiceRequest, ServiceResponse } from '../../service.ts';
import type { State } from '../interpreter/definition.ts';
import { roleArn, startStack } from '../test-stack.ts';
import { workflow } from '../test-workflow.ts';

type Stack = Awaited<ReturnType<typeof startStack>>;
let stack: Stack;
afterEach(() => stack.close());

const md5 = (text: string) => createHash('md5').update(text).digest('hex');

/** A service that answers every request alike and keeps the requests. */
const service = (name: string, response: ServiceResponse) => {
  const requests: ServiceRequest[] = [];
  const handle: Service['handle'] = async (request) => {
    requests.push(request);
    return response;
  };
  return { name, handle, requests };
};

const json = (status: number, body: object): ServiceResponse => ({
  status,
  headers: { 'content-type': 'application/x-amz-json-1.1', 'x-amzn-requestid': 'request-1' },
  body: JSON.stringify(body),
});

const xmlError = (code: string, status = 404): ServiceResponse => ({
  status,
  headers: { 'content-type': 'application/xml', 'x-amz-request-id': 'request-1' },
  body: `<Error><Code>${code}</Code><Message>no luck</Message></Error>`,
});

/** Runs one Task and answers how its execution ended. */
const runTask = async (Resource: string, Arguments: object, more: Partial<State> = {}) => {
  const definition = workflow({ Work: { Type: 'Task', Resource, Arguments, End: true, ...more } as State });
  const { arn } = await stack.stepFunctions.createStateMachine({
    name: 'one-task',
    definition,
    type: 'EXPRESS',
    roleArn,
  });
  const answer = await stack.client.send(new StartSyncExecutionCommand({ stateMachineArn: arn }));
  return { ...answer, result: answer.output && JSON.parse(answer.output) };
};

describe('SDK integrations', () => {
  it('gives an S3 object as a string, with its times as ISO 8601 and its metadata as it is', async () => {
    const s3 = service('s3', {
      status: 200,
      headers: {
        'content-type': 'text/plain',
        'last-modified': 'Fri, 02 Jan 2026 03:04:05 GMT',
        'x-amz-meta-author-name': 'ada',
      },
      body: 'select 1',
    });
    stack = await startStack({}, [s3]);
    const { result } = await runTask('arn:aws:states:::aws-sdk:s3:getObject', {
      Bucket: 'sql',
      Key: 'a/b.sql',
    });
    expect(result).toMatchObject({
      Body: 'select 1',
      LastModified: '2026-01-02T03:04:05.000Z',
      Metadata: { 'author-name': 'ada' },
    });
    expect(s3.requests[0]?.url.pathname).toBe('/sql/a/b.sql');
  });

  it('calls with the role of the execution, or of the state', async () => {
    const data = service('redshift-data', json(200, { Id: 'statement-1', CreatedAt: 1767323045 }));
    stack = await startStack({}, [data]);
    const resource = 'arn:aws:states:::aws-sdk:redshiftdata:executeStatement';
    const { result } = await runTask(resource, { Sql: 'select 1', WithEvent: true });
    expect(result).toEqual({ Id: 'statement-1', CreatedAt: '2026-01-02T03:04:05.000Z' });
    await runTask(resource, { Sql: 'select 1' }, { Credentials: { RoleArn: 'arn:aws:iam::0:role/other' } });
    const callers = data.requests.map(
      ({ headers }) => /Credential=([^/]+)/.exec(headers.authorization ?? '')?.[1],
    );
    expect(callers).toEqual(['workflow', 'other']);
    expect(JSON.parse(String(data.requests[0]?.body))).toMatchObject({ Sql: 'select 1', WithEvent: true });
  });

  it('leaves the keys of a map alone', async () => {
    const item = { runId: { S: 'r' }, inputs: { M: { month: { S: '2015-12' } } } };
    const dynamodb = service('dynamodb', json(200, { Item: item }));
    stack = await startStack({}, [dynamodb]);
    const given = { TableName: 'runs', Key: { runId: { S: 'r' } } };
    const { result } = await runTask('arn:aws:states:::aws-sdk:dynamodb:getItem', given);
    expect(result).toEqual({ Item: item });
    expect(JSON.parse(String(dynamodb.requests[0]?.body))).toEqual(given);
  });

  it('writes camelCase services in PascalCase, both ways', async () => {
    stack = await startStack();
    const given = { StateMachineArn: 'arn:none' };
    const failed = await runTask('arn:aws:states:::aws-sdk:sfn:startExecution', given);
    expect(failed).toMatchObject({ status: 'FAILED', error: 'Sfn.StateMachineDoesNotExistException' });
    const { result } = await runTask('arn:aws:states:::aws-sdk:sfn:listStateMachines', { MaxResults: 5 });
    expect(result.StateMachines[0]).toMatchObject({
      Name: 'one-task',
      CreationDate: '2026-01-02T03:04:05.678Z',
    });
  });
});

describe('error names', () => {
  const jsonError = (type: string) => json(400, { __type: type, message: 'no luck' });

  it.each([
    ['aws-sdk:s3:getObject', 's3', xmlError('NoSuchKey'), 'S3.NoSuchKeyException'],
    ['aws-sdk:s3:getObject', 's3', xmlError('SlowDown', 503), 'S3.S3Exception'],
    [
      'aws-sdk:redshiftdata:executeStatement',
      'redshift-data',
      jsonError('ValidationException'),
      'RedshiftData.ValidationException',
    ],
    [
      'aws-sdk:redshiftdata:executeStatement',
      'redshift-data',
      jsonError('ThrottlingException'),
      'RedshiftData.RedshiftDataException',
    ],
    [
      'aws-sdk:dynamodb:updateItem',
      'dynamodb',
      jsonError('ConditionalCheckFailedException'),
      'DynamoDb.ConditionalCheckFailedException',
    ],
    [
      'aws-sdk:dynamodb:updateItem',
      'dynamodb',
      jsonError('ValidationException'),
      'DynamoDb.DynamoDbException',
    ],
    [
      'dynamodb:updateItem',
      'dynamodb',
      jsonError('ConditionalCheckFailedException'),
      'DynamoDB.ConditionalCheckFailedException',
    ],
    ['dynamodb:updateItem', 'dynamodb', jsonError('ValidationException'), 'DynamoDB.AmazonDynamoDBException'],
    [
      'sqs:sendMessage',
      'sqs',
      jsonError('com.amazonaws.sqs#QueueDoesNotExist'),
      'SQS.QueueDoesNotExistException',
    ],
  ])('%s', async (resource, name, response, expected) => {
    stack = await startStack({}, [service(name, response)]);
    const given = { Bucket: 'b', Key: 'k', Sql: 's', TableName: 't', QueueUrl: 'http://q', MessageBody: 'm' };
    const fields: Record<string, string[]> = {
      s3: ['Bucket', 'Key'],
      'redshift-data': ['Sql'],
      dynamodb: ['TableName'],
      sqs: ['QueueUrl', 'MessageBody'],
    };
    const picked = Object.fromEntries(
      Object.entries(given).filter(([field]) => fields[name]?.includes(field)),
    );
    const ended = await runTask(`arn:aws:states:::${resource}`, picked);
    expect(ended).toMatchObject({
      status: 'FAILED',
      error: expected,
      cause: expect.stringContaining('no luck'),
    });
  });

  it('names a service that cannot be reached', async () => {
    stack = await startStack({}, [
      {
        name: 's3',
        handle: async () => {
          throw new Error('hang up');
        },
      },
    ]);
    const ended = await runTask('arn:aws:states:::aws-sdk:s3:getObject', { Bucket: 'b', Key: 'k' });
    expect(ended).toMatchObject({ error: 'S3.SdkClientException' });
  });
});

describe('optimized integrations', () => {
  it('gives a Lambda answer with its metadata', async () => {
    stack = await startStack({ invokeLambda: async (name, given) => ({ payload: { name, given } }) });
    const { result } = await runTask('arn:aws:states:::lambda:invoke', {
      FunctionName: 'f',
      Payload: { a: 1 },
    });
    expect(result).toMatchObject({
      StatusCode: 200,
      ExecutedVersion: '$LATEST',
      Payload: { name: 'f', given: { a: 1 } },
      SdkHttpMetadata: { HttpStatusCode: 200 },
    });
  });

  it('does not wait for a Lambda that is invoked as an event', async () => {
    const lambda = service('lambda', { status: 202 });
    stack = await startStack({}, [lambda]);
    const given = { FunctionName: 'f', Payload: { a: 1 }, InvocationType: 'Event' };
    const { result } = await runTask('arn:aws:states:::lambda:invoke', given);
    expect(result).toMatchObject({ StatusCode: 202 });
    expect(String(lambda.requests[0]?.body)).toBe('{"a":1}');
    expect(lambda.requests[0]?.headers['x-amz-invocation-type']).toBe('Event');
  });

  it.each([
    [{ errorType: 'InvalidInput', errorMessage: 'x' }, 'InvalidInput'],
    ['boom', 'Lambda.Unknown'],
  ])('names a Lambda error by its type: %j', async (payload, error) => {
    stack = await startStack({ invokeLambda: async () => ({ payload, functionError: 'Unhandled' }) });
    const ended = await runTask('arn:aws:states:::lambda:invoke', { FunctionName: 'f' });
    expect(ended).toMatchObject({ status: 'FAILED', error });
  });

  it('sends events with their detail as text, and fails on an entry that failed', async () => {
    const events = service('events', json(200, { FailedEntryCount: 1, Entries: [{ ErrorCode: 'Bad' }] }));
    stack = await startStack({}, [events]);
    const Entries = [{ Source: 's', DetailType: 't', Detail: { a: 1 } }];
    const ended = await runTask('arn:aws:states:::events:putEvents', { Entries });
    expect(ended).toMatchObject({ error: 'EventBridge.FailedEntry' });
    expect(JSON.parse(String(events.requests[0]?.body)).Entries[0].Detail).toBe('{"a":1}');
  });

  it('sends a queue message as text', async () => {
    const sqs = service('sqs', json(200, { MessageId: 'm', MD5OfMessageBody: md5('{"a":1}') }));
    stack = await startStack({}, [sqs]);
    const QueueUrl = 'http://127.0.0.1/000000000000/q';
    const { result } = await runTask('arn:aws:states:::sqs:sendMessage', { QueueUrl, MessageBody: { a: 1 } });
    expect(result).toMatchObject({ MessageId: 'm' });
    expect(JSON.parse(String(sqs.requests[0]?.body)).MessageBody).toBe('{"a":1}');
  });
});
