import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  DeleteParameterCommand,
  DescribeParametersCommand,
  GetParameterCommand,
  GetParametersByPathCommand,
  GetParametersCommand,
  PutParameterCommand,
  SSMClient,
} from '@aws-sdk/client-ssm';
import { serve, type TestServer } from '../protocol/test-server.ts';
import { createSsm, type Ssm } from './index.ts';

let root: string;
let now: Date;
let ssm: Ssm;
let server: TestServer;
let client: SSMClient;

const start = async () => {
  ssm = createSsm({
    stateDir: root,
    clock: { now: () => now },
    account: '000000000000',
    region: 'eu-west-1',
  });
  server = await serve(ssm);
  client = new SSMClient({
    endpoint: server.endpoint,
    region: 'eu-west-1',
    maxAttempts: 1,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
};
const stop = async () => {
  client.destroy();
  await server.close();
};

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'readout-ssm-'));
  now = new Date('2026-01-01T00:00:00Z');
  await start();
});
afterEach(async () => {
  await stop();
  await rm(root, { recursive: true });
});

const put = (Name: string, Value: string, more: object = {}) =>
  client.send(new PutParameterCommand({ Name, Value, Type: 'String', ...more }));
const get = async (Name: string) => (await client.send(new GetParameterCommand({ Name }))).Parameter;

it('keeps a deployed parameter over a restart, with a new version only for a new value', async () => {
  const parameter = { name: '/readout/rest', type: 'String', value: 'http://localhost:1/live' };
  const arn = 'arn:aws:ssm:eu-west-1:000000000000:parameter/readout/rest';
  expect(ssm.putParameter(parameter)).toEqual({ name: '/readout/rest', arn });
  now = new Date('2026-01-02T00:00:00Z');
  await stop();
  await start();
  ssm.putParameter(parameter);
  expect(await get('/readout/rest')).toMatchObject({
    Value: 'http://localhost:1/live',
    Version: 1,
    ARN: arn,
    LastModifiedDate: new Date('2026-01-01T00:00:00Z'),
  });
  ssm.putParameter({ ...parameter, value: 'http://localhost:2/live' });
  expect(await get(arn)).toMatchObject({ Value: 'http://localhost:2/live', Version: 2 });
});

it('overwrites only when told to', async () => {
  await put('a', '1');
  await expect(put('a', '2')).rejects.toMatchObject({ name: 'ParameterAlreadyExists' });
  expect(await put('a', '3', { Overwrite: true })).toMatchObject({ Version: 2 });
  expect(await get('a')).toMatchObject({ Value: '3' });
});

it('finds by path, by names and by filter', async () => {
  for (const name of ['/app/one', '/app/two', '/app/deep/three', '/application/x']) await put(name, 'v');
  const below = async (more: object) =>
    (await client.send(new GetParametersByPathCommand({ Path: '/app', ...more }))).Parameters?.map(
      ({ Name }) => Name,
    );
  expect(await below({})).toEqual(['/app/one', '/app/two']);
  expect(await below({ Recursive: true })).toEqual(['/app/deep/three', '/app/one', '/app/two']);
  const first = await client.send(new GetParametersByPathCommand({ Path: '/app', MaxResults: 1 }));
  expect(await below({ NextToken: first.NextToken })).toEqual(['/app/two']);
  expect(await client.send(new GetParametersCommand({ Names: ['/app/one', 'none'] }))).toMatchObject({
    Parameters: [{ Name: '/app/one' }],
    InvalidParameters: ['none'],
  });
  const filter = { Key: 'Name', Option: 'BeginsWith', Values: ['/application'] };
  const described = await client.send(new DescribeParametersCommand({ ParameterFilters: [filter] }));
  expect(described.Parameters).toMatchObject([{ Name: '/application/x', Version: 1 }]);
});

it('deletes, and names what is missing', async () => {
  await put('a', '1');
  await client.send(new DeleteParameterCommand({ Name: 'a' }));
  await expect(get('a')).rejects.toMatchObject({ name: 'ParameterNotFound' });
});

it.each([
  ['a secret', { Type: 'SecureString' }, 'not emulated: SSM parameter type SecureString'],
  ['a policy', { Policies: '[]' }, 'not emulated: SSM PutParameter with Policies'],
  ['an empty value', { Value: '' }, 'A parameter holds 1 to 4096 bytes: a'],
])('refuses %s', async (_what, change, message) => {
  await expect(put('a', '1', change)).rejects.toMatchObject({ message });
  await expect(get('a')).rejects.toMatchObject({ name: 'ParameterNotFound' });
});
