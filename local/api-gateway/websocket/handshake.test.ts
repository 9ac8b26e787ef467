import { connect as connectTcp } from 'node:net';
import { allowing, ask, example, until, type WebSocketFixture, webSocketFixture } from './fixture.ts';

let fixture: WebSocketFixture;
beforeEach(async () => {
  fixture = await webSocketFixture();
});
afterEach(() => fixture.server.close());

const methodArn = 'arn:aws:execute-api:us-east-1:000000000000:ws1/live/$connect';
const throwing = (message: string) => () => {
  throw new Error(message);
};

it('asks the authorizer, then the $connect route, with the request as it came', async () => {
  const socket = await fixture.connect('?ticket=a%2Bb&report=taxi%2Fdaily&vendor=1&vendor=2', {
    headers: { 'X-Own': 'yes', 'User-Agent': 'jest' },
  });
  socket.close();
  const request = {
    headers: {
      'X-Own': 'yes',
      Host: 'ws1.execute-api.us-east-1.amazonaws.com',
      'X-Forwarded-Proto': 'https',
    },
    multiValueHeaders: { 'X-Own': ['yes'] },
    queryStringParameters: { ticket: 'a+b', report: 'taxi/daily', vendor: '2' },
    multiValueQueryStringParameters: { ticket: ['a+b'], report: ['taxi/daily'], vendor: ['1', '2'] },
  };
  const requestContext = {
    routeKey: '$connect',
    eventType: 'CONNECT',
    messageDirection: 'IN',
    stage: 'live',
    apiId: 'ws1',
    connectedAt: expect.any(Number),
    requestTimeEpoch: expect.any(Number),
    requestTime: expect.stringMatching(/\+0000$/),
    connectionId: expect.stringMatching(/^[\w-]{15}=$/),
    requestId: expect.any(String),
    extendedRequestId: expect.any(String),
    domainName: 'ws1.execute-api.us-east-1.amazonaws.com',
    identity: { sourceIp: '127.0.0.1', userAgent: 'jest' },
  };
  expect(fixture.calls.slice(0, 2)).toMatchObject([
    { functionArn: 'allow', event: { type: 'REQUEST', methodArn, ...request, requestContext } },
    {
      functionArn: 'connect',
      event: {
        ...request,
        isBase64Encoded: false,
        requestContext: {
          ...requestContext,
          authorizer: {
            id: 'ana',
            admin: 'true',
            level: '3',
            principalId: 'ana',
            integrationLatency: expect.any(Number),
          },
        },
      },
    },
  ]);
  expect(fixture.calls[0]?.event.requestContext).not.toHaveProperty('authorizer');
});

const denied = (methodArnOf: (arn: string) => string) => (event: { methodArn: string }) =>
  allowing(methodArnOf(event.methodArn));
const withStatements =
  (...Statement: object[]) =>
  () => ({ ...allowing(''), policyDocument: { Statement } });
const allowAll = { Effect: 'Allow', Action: '*', Resource: '*' };

describe('the authorizer', () => {
  it.each([
    ['a policy for another method', denied((arn) => arn.replace('live', 'dev')), 403, 'Forbidden'],
    ['a Deny beside an Allow', withStatements(allowAll, { ...allowAll, Effect: 'Deny' }), 403, 'Forbidden'],
    ['a policy for another action', withStatements({ ...allowAll, Action: 's3:*' }), 403, 'Forbidden'],
    ['the error Unauthorized', throwing('Unauthorized'), 401, 'Unauthorized'],
    ['another error', throwing('no table'), 500, 'Internal server error'],
    ['no policy', () => ({ principalId: 'ana' }), 500, 'Internal server error'],
    ['no principal', () => ({ ...allowing('*'), principalId: undefined }), 500, 'Internal server error'],
    ['a nested context', () => allowing('*', { groups: ['a'] }), 500, 'Internal server error'],
    ['a context over 8 KB', () => allowing('*', { a: 'x'.repeat(8192) }), 500, 'Internal server error'],
    ['a condition', withStatements({ ...allowAll, Condition: {} }), 500, 'Internal server error'],
  ])('refuses the handshake with %s', async (_name, answer, status, message) => {
    fixture.functions.allow = answer;
    const refusal = await fixture.connect().catch((error) => error);
    expect(refusal.status).toBe(status);
    expect(JSON.parse(refusal.body)).toEqual({
      message,
      connectionId: expect.any(String),
      requestId: expect.any(String),
    });
    expect(fixture.eventsOf('connect')).toEqual([]);
    expect(fixture.lines).toHaveLength(status === 500 ? 1 : 0);
  });

  it.each([
    ['wildcards', () => allowing('arn:aws:execute-api:*:*:ws1/live/*')],
    ['a list of resources', withStatements({ ...allowAll, Resource: ['arn:other', methodArn] })],
  ])('lets in by %s', async (_name, answer) => {
    fixture.functions.allow = answer;
    (await fixture.connect()).close();
  });

  it('is not asked without its identity source', async () => {
    for (const query of ['', '?ticket=', '?other=1']) {
      expect(await fixture.connect(query).catch((error) => error)).toMatchObject({ status: 401 });
    }
    expect(fixture.calls).toEqual([]);
  });
});

describe('the $connect route', () => {
  it('refuses with the status and body of the function', async () => {
    fixture.functions.connect = () => ({ statusCode: 429, body: '{"error":{"name":"Unavailable"}}' });
    expect(await fixture.connect().catch((error) => error)).toMatchObject({
      status: 429,
      body: '{"error":{"name":"Unavailable"}}',
    });
  });

  it.each([
    ['fails', throwing('no table')],
    ['answers no status', () => undefined],
  ])('refuses with 502 when the function %s', async (_name, answer) => {
    fixture.functions.connect = answer;
    expect(await fixture.connect().catch((error) => error)).toMatchObject({ status: 502 });
    expect(fixture.lines).toHaveLength(1);
    expect(fixture.eventsOf('disconnect')).toEqual([]);
  });

  it('chooses the subprotocol', async () => {
    fixture.functions.connect = () => ({ statusCode: 200, headers: { 'Sec-WebSocket-Protocol': 'b' } });
    const socket = await fixture.connect('?ticket=t', { protocols: ['a', 'b'] });
    expect(socket.protocol).toBe('b');
    socket.close();
  });

  it('leads to a $disconnect when the client left meanwhile', async () => {
    let answer = () => {};
    fixture.functions.connect = () =>
      new Promise((resolve) => {
        answer = () => resolve({ statusCode: 200 });
      });
    const { port } = new URL(fixture.server.endpoint);
    const raw = connectTcp(Number(port), '127.0.0.1');
    raw.write(
      'GET /execute-api/ws1/live?ticket=t HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n' +
        'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n',
    );
    await until(() => fixture.eventsOf('connect').length === 1);
    raw.destroy();
    await new Promise((gone) => raw.once('close', gone));
    await new Promise((seen) => setTimeout(seen, 20));
    answer();
    await until(() => fixture.eventsOf('disconnect').length === 1);
    const { connectionId } = fixture.eventsOf('connect')[0].requestContext;
    expect(fixture.eventsOf('disconnect')[0].requestContext).toMatchObject({
      connectionId,
      disconnectStatusCode: 1006,
    });
  });
});

it('needs neither authorizer nor $connect route', async () => {
  const { run } = example.routes;
  fixture.gateway.createWebSocketApi({ ...example, id: 'bare', routes: { run: run as never } });
  const { WebSocket } = await import('ws');
  const socket = new WebSocket(`${fixture.server.endpoint.replace('http', 'ws')}/execute-api/bare/live`);
  await new Promise((opened) => socket.once('open', opened));
  const event = JSON.parse(await ask(socket, { action: 'run' }));
  expect(event.requestContext).not.toHaveProperty('authorizer');
  expect(JSON.parse(await ask(socket, { action: 'other' }))).toMatchObject({ message: 'Forbidden' });
  socket.close();
});

it.each(['/execute-api/nope/live', '/execute-api/ws1/dev', '/execute-api/ws1/live/deeper', '/'])(
  'forbids a handshake at %s',
  async (path) => {
    const { WebSocket } = await import('ws');
    const socket = new WebSocket(fixture.server.endpoint.replace('http', 'ws') + path);
    const status = await new Promise((refused) => {
      socket.once('unexpected-response', (_request, response) => refused(response.resume().statusCode));
    });
    expect(status).toBe(403);
  },
);

it('forbids plain HTTP', async () => {
  expect((await fetch(`${fixture.server.endpoint}/execute-api/ws1/live`)).status).toBe(403);
});
