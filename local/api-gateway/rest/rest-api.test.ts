import { type GatewayFixture, gatewayFixture, NotInvoked } from '../fixture.ts';
import type { RestApiDefinition } from './definition.ts';

const fn = 'arn:aws:lambda:us-east-1:000000000000:function:f';
const route = (method: string, path: string, functionArn = fn) => ({ method, path, functionArn });
const example: RestApiDefinition = {
  id: 'rest1',
  name: 'readout-rest',
  stage: 'live',
  routes: [
    route('get', '/runs/{runId}', 'get-run'),
    route('DELETE', '/runs/{runId}'),
    route('GET', '/runs/latest', 'latest'),
    route('ANY', '/files/{proxy+}'),
    route('POST', '/reports/{report}/runs'),
    route('GET', '/'),
  ],
  cors: { allowOrigin: 'http://page', allowMethods: 'GET,POST', allowHeaders: 'authorization', maxAge: '60' },
};

let fixture: GatewayFixture;
const call = (path: string, init: RequestInit = {}) =>
  fetch(`${fixture.server.endpoint}/execute-api/rest1/live${path}`, init);
const echo = (event: object) => ({ statusCode: 200, body: JSON.stringify(event) });
// biome-ignore lint/suspicious/noExplicitAny: an event as the test reads it
const eventOf = async (answer: Promise<Response>): Promise<any> => (await answer).json();

beforeAll(async () => {
  fixture = await gatewayFixture({});
  fixture.gateway.createRestApi(example);
});
beforeEach(() => {
  fixture.functions[fn] = echo;
  fixture.functions['get-run'] = echo;
});
afterAll(() => fixture.server.close());

describe('the event', () => {
  it('describes the request as a Lambda proxy integration does', async () => {
    const event = await eventOf(
      call('/reports/taxi%2Fdaily/runs?a=1&a=b%20c&x=', {
        method: 'POST',
        body: '{"inputs":{}}',
        headers: { 'user-agent': 'jest', 'content-type': 'application/json', 'x-own': 'ä' },
      }),
    );
    expect(event).toMatchObject({
      resource: '/reports/{report}/runs',
      path: '/reports/taxi%2Fdaily/runs',
      httpMethod: 'POST',
      headers: { 'content-type': 'application/json', 'X-Forwarded-For': '127.0.0.1' },
      multiValueHeaders: { 'content-type': ['application/json'] },
      queryStringParameters: { a: 'b c', x: '' },
      multiValueQueryStringParameters: { a: ['1', 'b c'], x: [''] },
      pathParameters: { report: 'taxi%2Fdaily' },
      stageVariables: null,
      body: '{"inputs":{}}',
      isBase64Encoded: false,
      requestContext: {
        accountId: '000000000000',
        apiId: 'rest1',
        stage: 'live',
        path: '/live/reports/taxi%2Fdaily/runs',
        resourcePath: '/reports/{report}/runs',
        httpMethod: 'POST',
        domainName: 'rest1.execute-api.us-east-1.amazonaws.com',
        requestTime: expect.stringMatching(/^\d\d\/\w{3}\/\d{4}:\d\d:\d\d:\d\d \+0000$/),
        requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
        identity: { sourceIp: '127.0.0.1', userAgent: 'jest', userArn: null },
      },
    });
    expect(event.requestContext).not.toHaveProperty('authorizer');
  });

  it('has null where there is nothing', async () => {
    expect(await eventOf(call('/'))).toMatchObject({
      path: '/',
      queryStringParameters: null,
      multiValueQueryStringParameters: null,
      pathParameters: null,
      body: null,
    });
  });
});

describe('routes', () => {
  it('prefers a literal segment to a parameter, and any parameter to {proxy+}', async () => {
    fixture.functions.latest = () => ({ statusCode: 200, body: 'literal' });
    fixture.functions['get-run'] = () => ({ statusCode: 200, body: 'parameter' });
    expect(await (await call('/runs/latest')).text()).toBe('literal');
    expect(await (await call('/runs/1')).text()).toBe('parameter');
    expect(await eventOf(call('/files/a/b%2Fc', { method: 'PUT' }))).toMatchObject({
      resource: '/files/{proxy+}',
      pathParameters: { proxy: 'a/b%2Fc' },
    });
  });

  it.each([
    ['an unknown path', '/nope', 'GET'],
    ['an unknown method', '/runs/1', 'PATCH'],
    ['a path that is longer', '/runs/1/2', 'GET'],
  ])('answers Missing Authentication Token for %s', async (_name, path, method) => {
    const answer = await call(path, { method });
    expect(answer.status).toBe(403);
    expect(answer.headers.get('x-amzn-errortype')).toBe('MissingAuthenticationTokenException');
    expect(await answer.json()).toEqual({ message: 'Missing Authentication Token' });
  });

  it.each(['/execute-api/other/live/', '/execute-api/rest1/dev/'])('forbids %s', async (path) => {
    const answer = await fetch(fixture.server.endpoint + path);
    expect([answer.status, await answer.json()]).toEqual([403, { message: 'Forbidden' }]);
  });

  it('answers OPTIONS from Cors, on paths that exist', async () => {
    const answer = await call('/runs/1', { method: 'OPTIONS' });
    expect(answer.status).toBe(200);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'access-control-allow-origin': 'http://page',
      'access-control-allow-methods': 'GET,POST',
      'access-control-allow-headers': 'authorization',
      'access-control-max-age': '60',
    });
    expect((await call('/nope', { method: 'OPTIONS' })).status).toBe(403);
  });
});

describe('the answer', () => {
  it('passes status, headers and body on', async () => {
    fixture.functions[fn] = () => ({
      statusCode: 202,
      headers: { Location: '/runs/1', 'X-Number': 7, Date: 'now' },
      multiValueHeaders: { 'X-Many': ['a', 'b'] },
      body: 'größer',
    });
    const answer = await call('/');
    expect([answer.status, await answer.text()]).toEqual([202, 'größer']);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      location: '/runs/1',
      'x-number': '7',
      'x-many': 'a, b',
      'x-amzn-remapped-date': 'now',
      'content-type': 'application/json',
    });
  });

  it.each([
    ['no statusCode', () => ({ body: 'x' })],
    ['a body that is not text', () => ({ statusCode: 200, body: { x: 1 } })],
    ['nothing', () => undefined],
    [
      'an error',
      () => {
        throw new Error('secret');
      },
    ],
  ])('is 502 when the function answers %s, and the log says why', async (_name, answer) => {
    fixture.lines.length = 0;
    fixture.functions[fn] = answer;
    const response = await call('/');
    expect([response.status, await response.json()]).toEqual([502, { message: 'Internal server error' }]);
    expect(fixture.lines).toHaveLength(1);
  });

  it('is 504 after 29 seconds', async () => {
    let answerLate = () => {};
    fixture.functions[fn] = () =>
      new Promise((resolve) => {
        answerLate = () => resolve(echo({}));
        setImmediate(() => fixture.timers.advance(29_000));
      });
    const response = await call('/');
    answerLate();
    expect([response.status, await response.json()]).toEqual([
      504,
      { message: 'Endpoint request timed out' },
    ]);
  });

  it('is 413 for more than 10 MB, and for what Lambda refuses', async () => {
    fixture.calls.length = 0;
    const tooLong = await call('/files/a', { method: 'POST', body: 'x'.repeat(10 * 1024 * 1024 + 1) });
    expect([tooLong.status, await tooLong.json()]).toEqual([413, { message: 'Request Too Long' }]);
    expect(fixture.calls).toEqual([]);
    fixture.functions[fn] = () => {
      throw new NotInvoked(413);
    };
    expect((await call('/')).status).toBe(413);
  });
});

it('carries binary media types as base64, both ways', async () => {
  fixture.gateway.createRestApi({
    id: 'binary',
    name: 'binary',
    stage: 'live',
    routes: [route('POST', '/', 'download')],
    binaryMediaTypes: ['application/octet-stream', 'image/*'],
  });
  fixture.functions.download = ({ body, isBase64Encoded }) => ({ statusCode: 200, body, isBase64Encoded });
  const bytes = Buffer.from([0, 255, 128, 10]);
  const send = (accept: string) =>
    fetch(`${fixture.server.endpoint}/execute-api/binary/live/`, {
      method: 'POST',
      body: bytes,
      headers: { 'content-type': 'application/octet-stream', accept },
    });
  expect(Buffer.from(await (await send('image/png')).arrayBuffer())).toEqual(bytes);
  expect(await (await send('text/plain')).text()).toBe(bytes.toString('base64'));
});

it('refuses an authorizer that does not exist', () => {
  const broken = { ...example, id: 'broken', routes: [{ ...route('GET', '/'), authorizer: 'Nobody' }] };
  expect(() => fixture.gateway.createRestApi(broken)).toThrow(/GET \/ names the authorizer Nobody/);
});

it('refuses a second API with the same id', () => {
  expect(() => fixture.gateway.createRestApi(example)).toThrow(/there is an API rest1 already/);
});
