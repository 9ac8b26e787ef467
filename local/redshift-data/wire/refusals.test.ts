import { request } from 'node:http';
import { signed, startTestClient, type TestClient } from '../test-client.ts';

let data: TestClient;
beforeAll(async () => {
  data = await startTestClient();
});
afterAll(() => data.close());

const target = { WorkgroupName: 'analytics', Database: 'dev' };
const post = async (operation: string, body: unknown, headers: Record<string, string | undefined> = {}) => {
  const all = Object.entries({ ...signed(operation), ...headers }).filter(([, value]) => value !== undefined);
  const response = await fetch(data.server.endpoint, {
    method: 'POST',
    headers: Object.fromEntries(all) as Record<string, string>,
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return { status: response.status, headers: response.headers, ...((await response.json()) as object) };
};

describe('before the body is read', () => {
  it.each([
    ['no operation', { 'x-amz-target': undefined }, 'UnknownOperationException'],
    ['an unknown operation', { 'x-amz-target': 'RedshiftData.DropEverything' }, 'UnknownOperationException'],
    ['another service', { 'x-amz-target': 'DynamoDB.ExecuteStatement' }, 'UnknownOperationException'],
    ['an inherited name', { 'x-amz-target': 'RedshiftData.constructor' }, 'UnknownOperationException'],
    ['no signature', { authorization: undefined }, 'MissingAuthenticationTokenException'],
    ['half a signature', { authorization: 'AWS4-HMAC-SHA256 Credential=a' }, 'IncompleteSignatureException'],
    ['no date', { 'x-amz-date': undefined }, 'IncompleteSignatureException'],
    [
      'a signature for another service',
      { authorization: signed('x').authorization?.replace('redshift-data', 's3') },
      'InvalidSignatureException',
    ],
  ])('%s', async (_what, headers, name) => {
    const answer = await post('ListStatements', {}, headers);
    expect(answer).toMatchObject({ status: 400, __type: name });
    expect(answer.headers.get('x-amzn-errortype')).toBe(name);
    expect(answer.headers.get('x-amzn-requestid')).toMatch(/^[0-9a-f-]{36}$/);
  });

  it.each([
    ['GET', '/'],
    ['POST', '/elsewhere'],
  ])('%s %s', async (method, path) => {
    const response = await fetch(`${data.server.endpoint}${path}`, {
      method,
      headers: signed('ListStatements'),
    });
    expect(response.status).toBe(404);
  });
});

describe('the body', () => {
  it.each([
    ['{"Sql"', 'The request body is not valid JSON.'],
    ['[]', 'LIST_VALUE can not be converted to a Structure'],
    ['null', 'NULL_VALUE can not be converted to a Structure'],
    ['{"Sql":1}', 'NUMBER_VALUE can not be converted to a String'],
    ['{"Sql":"x","WithEvent":"yes"}', 'STRING_VALUE can not be converted to a Boolean'],
    ['{"Sql":"x","WaitTimeSeconds":1.5}', 'NUMBER_VALUE can not be converted to an Integer'],
    ['{"Sql":"x","Parameters":{}}', 'STRUCTURE_VALUE can not be converted to a List'],
    ['{"Sql":"x","Parameters":[null]}', 'NULL_VALUE can not be converted to a Structure'],
    ['{"Sql":"x","Parameters":[{"name":true}]}', 'TRUE_VALUE can not be converted to a String'],
  ])('%s', async (body, message) => {
    expect(await post('ExecuteStatement', body)).toMatchObject({
      status: 400,
      __type: 'SerializationException',
      message,
    });
  });

  it('may hold nulls and members that nobody knows', async () => {
    const body = { ...target, Sql: 'select 1', DbUser: null, Parameters: null, Colour: 'blue' };
    expect(await post('ExecuteStatement', body)).toMatchObject({ status: 200, Database: 'dev' });
  });
});

describe('its members', () => {
  it.each([
    ['ExecuteStatement', { ...target }, 'Sql is required.'],
    ['ExecuteStatement', { ...target, Sql: '' }, 'Sql is required.'],
    ['BatchExecuteStatement', { ...target, Sqls: [] }, 'Sqls must have length between 1 and 40.'],
    [
      'BatchExecuteStatement',
      { ...target, Sqls: Array(41).fill('--') },
      'Sqls must have length between 1 and 40.',
    ],
    [
      'BatchExecuteStatement',
      { ...target, Sqls: ['--'], ExecutionMode: 'ALL' },
      'ExecutionMode must be one of TRANSACTION, AUTO_COMMIT.',
    ],
    [
      'ExecuteStatement',
      { ...target, Sql: 'x', ResultFormat: 'csv' },
      'ResultFormat must be one of JSON, CSV.',
    ],
    [
      'ExecuteStatement',
      { ...target, Sql: 'x', WaitTimeSeconds: 31 },
      'WaitTimeSeconds must be between 1 and 30.',
    ],
    [
      'ExecuteStatement',
      { ...target, Sql: 'x', SessionKeepAliveSeconds: 86401 },
      'SessionKeepAliveSeconds must be between 0 and 86400.',
    ],
    [
      'ExecuteStatement',
      { ...target, Sql: 'x', ClientToken: '' },
      'ClientToken must have length between 1 and 64.',
    ],
    [
      'ExecuteStatement',
      { ...target, Sql: 'x', StatementName: 'x'.repeat(2049) },
      'StatementName must have length between 0 and 2048.',
    ],
    ['ExecuteStatement', { ...target, Sql: 'x', Parameters: [] }, 'Parameters must not be empty.'],
    [
      'ExecuteStatement',
      { ...target, Sql: 'select :a', Parameters: [{ name: 'a', value: '' }] },
      'parameters.1.member.value must not be empty.',
    ],
    [
      'ExecuteStatement',
      { ...target, Sql: 'select :a', Parameters: [{ name: '@a', value: 'x' }] },
      'parameters.1.member.name must satisfy regex pattern: ^[0-9a-zA-Z_]+$',
    ],
    [
      'ExecuteStatement',
      { ...target, Sql: 'select :a', Parameters: Array(2).fill({ name: 'a', value: 'x' }) },
      'Parameters list contains duplicate parameters.',
    ],
    [
      'ExecuteStatement',
      { Sql: 'x', ClusterIdentifier: 'My_Cluster', Database: 'dev' },
      'clusterIdentifier must satisfy regex pattern: ^[a-z][a-z0-9]*(-[a-z0-9]+)*$',
    ],
    ['ListStatements', { MaxResults: 101 }, 'MaxResults must be between 0 and 100.'],
    ['ListTables', { ...target, MaxResults: 1001 }, 'MaxResults must be between 0 and 1000.'],
    [
      'ListStatements',
      { Status: 'DONE' },
      'Status must be one of SUBMITTED, PICKED, STARTED, FINISHED, ABORTED, FAILED, ALL.',
    ],
    ['ListStatements', { NextToken: 'made up' }, 'NextToken is not valid.'],
    ['ListSessions', { Status: 'OPEN' }, 'Status must be one of AVAILABLE, BUSY, CLOSED.'],
    ['DescribeStatement', {}, 'Id is required.'],
  ])('%s %j', async (operation, body, message) => {
    expect(await post(operation, body)).toMatchObject({
      status: 400,
      __type: 'ValidationException',
      message,
    });
  });
});

it('answers after a connection that broke off in the middle of a request', async () => {
  const broken = request(data.server.endpoint, {
    method: 'POST',
    headers: { ...signed('ListStatements'), 'content-length': '100' },
  });
  await new Promise<void>((done) => {
    broken.on('error', () => done());
    broken.write('{"Status":', () => broken.destroy(new Error('gone')));
  });
  expect(await post('ListSessions', {})).toMatchObject({ status: 200, Sessions: [] });
});
