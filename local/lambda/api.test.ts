import {
  GetFunctionCommand,
  GetFunctionConfigurationCommand,
  InvokeCommand,
  type InvokeCommandInput,
  LambdaClient,
  ListFunctionsCommand,
} from '@aws-sdk/client-lambda';
import { serve, type TestServer } from '../protocol/test-server.ts';
import { lambdaFixture } from './fixture.ts';

const { lambda, deploy, close, lines } = lambdaFixture();
let server: TestServer;
let client: LambdaClient;
beforeAll(async () => {
  server = await serve(lambda);
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
  client = new LambdaClient({ endpoint: server.endpoint, region: 'us-east-1', credentials, maxAttempts: 1 });
});
afterAll(async () => {
  client.destroy();
  await server.close();
  await close();
});

const invoke = (FunctionName: string, input: Partial<InvokeCommandInput> = {}) =>
  client.send(new InvokeCommand({ FunctionName, ...input }));
const echo = `exports.handler = async (event, context) => ({ event, client: context.clientContext })`;

it.each([
  ['name', (f: { name: string }) => f.name],
  ['ARN', (f: { arn: string }) => f.arn],
  ['partial ARN', (f: { name: string }) => `000000000000:function:${f.name}`],
  ['qualified ARN', (f: { arn: string }) => `${f.arn}:$LATEST`],
])('invokes a function by its %s', async (_name, nameOf) => {
  const answer = await invoke(nameOf(deploy(echo)), { Payload: '{"n":1}' as never });
  expect(answer).toMatchObject({ StatusCode: 200, ExecutedVersion: '$LATEST' });
  expect(JSON.parse(answer.Payload?.transformToString() ?? '')).toEqual({
    event: { n: 1 },
  });
});

it('passes the client context and no payload at all', async () => {
  const ClientContext = Buffer.from('{"custom":{"a":1}}').toString('base64');
  const answer = await invoke(deploy(echo).name, { ClientContext });
  expect(JSON.parse(answer.Payload?.transformToString() ?? '')).toEqual({
    event: {},
    client: { custom: { a: 1 } },
  });
});

it('marks a function error, and returns the end of the log when asked', async () => {
  const { name } = deploy(
    `exports.handler = async () => { console.log('the reason'); throw new Error('no'); }`,
  );
  const answer = await invoke(name, { LogType: 'Tail' });
  expect(answer).toMatchObject({ StatusCode: 200, FunctionError: 'Unhandled' });
  expect(Buffer.from(answer.LogResult ?? '', 'base64').toString()).toMatch(/START .*the reason.*REPORT /s);
  expect((await invoke(name)).LogResult).toBeUndefined();
});

it('checks without running for DryRun', async () => {
  lines.length = 0;
  expect(await invoke(deploy(echo).name, { InvocationType: 'DryRun' })).toMatchObject({ StatusCode: 204 });
  expect(lines).toEqual([]);
});

it.each([
  ['an unknown function', 'nope', {}, 'ResourceNotFoundException', 404],
  ['an unknown version', 'known', { Qualifier: '7' }, 'ResourceNotFoundException', 404],
  ['a payload that is not JSON', 'known', { Payload: '{' }, 'InvalidRequestContentException', 400],
  [
    '6 MB and a byte',
    'known',
    { Payload: `"${'x'.repeat(6291455)}"` },
    'RequestEntityTooLargeException',
    413,
  ],
  [
    '1 MB and a byte for an event',
    'known',
    { Payload: `"${'x'.repeat(1048575)}"`, InvocationType: 'Event' as const },
    'RequestEntityTooLargeException',
    413,
  ],
])('refuses %s', async (_name, name, input, error, status) => {
  const target = name === 'known' ? deploy(echo).name : name;
  await expect(invoke(target, input as never)).rejects.toMatchObject({
    name: error,
    $metadata: { httpStatusCode: status },
  });
});

it('lists functions and describes one', async () => {
  const { name, arn, codeDir } = deploy(echo, { environment: { TABLE: 'runs' }, memoryMb: 512 });
  const expected = {
    FunctionName: name,
    FunctionArn: arn,
    Handler: 'handler.handler',
    MemorySize: 512,
    Timeout: 20,
    Role: 'arn:aws:iam::000000000000:role/tester',
    Environment: { Variables: { TABLE: 'runs' } },
    State: 'Active',
  };
  const { Functions = [] } = await client.send(new ListFunctionsCommand({}));
  expect(Functions.find(({ FunctionName }) => FunctionName === name)).toMatchObject(expected);
  expect(await client.send(new GetFunctionConfigurationCommand({ FunctionName: arn }))).toMatchObject(
    expected,
  );
  expect(await client.send(new GetFunctionCommand({ FunctionName: name }))).toMatchObject({
    Configuration: expected,
    Code: { Location: `file://${codeDir}` },
  });
});

it('names an operation that it does not have', async () => {
  const answer = await fetch(`${server.endpoint}/2015-03-31/functions/f/policy`, { method: 'POST' });
  expect(answer.status).toBe(501);
  expect(await answer.json()).toMatchObject({
    message: 'not emulated: lambda POST /2015-03-31/functions/f/policy',
  });
});

it.each([
  [
    'a variable that Lambda keeps for itself',
    { environment: { AWS_REGION: 'x' } },
    /reserved keys.*: AWS_REGION/,
  ],
  ['more than 4 KB of variables', { environment: { A: 'x'.repeat(4096) } }, /exceeded the 4KB limit/],
  ['another language', { runtime: 'python3.13' }, /not emulated: runtime python3.13/],
])('refuses to create a function with %s', (_name, change, message) => {
  expect(() => deploy(echo, change)).toThrow(message);
});

it('refuses a second function of the same name', () => {
  const { name } = deploy(echo);
  expect(() => deploy(echo, { name })).toThrow(/already exist/);
});
