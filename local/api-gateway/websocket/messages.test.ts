import { ask, closed, next, until, type WebSocketFixture, webSocketFixture } from './fixture.ts';

let fixture: WebSocketFixture;
beforeEach(async () => {
  fixture = await webSocketFixture();
});
afterEach(() => fixture.server.close());

const gatewayMessage = (message: string) => ({
  message,
  connectionId: expect.any(String),
  requestId: expect.any(String),
});

it('gives a route the message with the connection and its authorizer', async () => {
  const socket = await fixture.connect();
  const event = JSON.parse(await ask(socket, '{"action":"run","text":"größer"}'));
  socket.close();
  expect(event).toMatchObject({
    body: '{"action":"run","text":"größer"}',
    isBase64Encoded: false,
    requestContext: {
      routeKey: 'run',
      eventType: 'MESSAGE',
      messageId: expect.any(String),
      connectionId: fixture.eventsOf('connect')[0].requestContext.connectionId,
      connectedAt: fixture.eventsOf('connect')[0].requestContext.connectedAt,
      authorizer: { id: 'ana', principalId: 'ana' },
      identity: { sourceIp: '127.0.0.1' },
    },
  });
  expect(event).not.toHaveProperty('headers');
});

it.each([
  ['what is not JSON', 'hello'],
  ['an unknown action', '{"action":"fly"}'],
  ['no action', '{"other":1}'],
  ['an action that is no text', '{"action":{"run":1}}'],
  ['a JSON text', '"run"'],
  ["API Gateway's own routes", '{"action":"$connect"}'],
  ['a name that every object has', '{"action":"constructor"}'],
])('sends %s to $default', async (_name, message) => {
  const socket = await fixture.connect();
  expect(await ask(socket, message)).toBe(`not understood: ${message}`);
  socket.close();
});

it('answers from a MOCK integration without a function', async () => {
  const socket = await fixture.connect();
  const before = fixture.calls.length;
  expect(await ask(socket, { action: 'ping' })).toBe('{"type":"pong"}');
  expect(fixture.calls.length).toBe(before);
  socket.close();
});

it('drops the answer of a route without a route response', async () => {
  const socket = await fixture.connect();
  socket.send('{"action":"quiet"}');
  await until(() => fixture.eventsOf('echo').length === 1);
  expect(await ask(socket, { action: 'ping' })).toBe('{"type":"pong"}');
  socket.close();
});

it.each([
  ['throws', () => Promise.reject(new Error('secret'))],
  ['answers no statusCode', () => ({ body: 'x' })],
  ['answers nothing', () => undefined],
])('tells the client when a function %s, route response or not', async (_name, answer) => {
  fixture.functions.echo = answer;
  const socket = await fixture.connect();
  for (const action of ['run', 'quiet']) {
    expect(JSON.parse(await ask(socket, { action }))).toEqual(gatewayMessage('Internal server error'));
  }
  expect(fixture.lines).toHaveLength(2);
  expect(await ask(socket, { action: 'ping' })).toBe('{"type":"pong"}');
  socket.close();
});

it('gives up on a function after 29 seconds', async () => {
  fixture.functions.echo = () => new Promise(() => {});
  const socket = await fixture.connect();
  const answer = next(socket);
  socket.send('{"action":"run"}');
  await until(() => fixture.eventsOf('echo').length === 1);
  fixture.timers.advance(29_000);
  expect(JSON.parse(await answer)).toEqual(gatewayMessage('Endpoint request timed out'));
  socket.close();
});

describe('limits', () => {
  const message = (bytes: number) =>
    JSON.stringify({ action: 'ping', pad: '' }).replace('""', `"${'x'.repeat(bytes - 26)}"`);
  const frames = (text: string, size: number) =>
    Array.from({ length: Math.ceil(text.length / size) }, (_, index) =>
      text.slice(index * size, (index + 1) * size),
    );

  it('takes a frame of 32 KB and a message of 128 KB', async () => {
    const socket = await fixture.connect();
    expect(await ask(socket, message(32 * 1024))).toBe('{"type":"pong"}');
    const answer = next(socket);
    const parts = frames(message(128 * 1024), 32 * 1024);
    for (const [index, part] of parts.entries()) socket.send(part, { fin: index === parts.length - 1 });
    expect(await answer).toBe('{"type":"pong"}');
    socket.close();
  });

  it('closes with 1009 for a longer frame', async () => {
    const socket = await fixture.connect();
    socket.on('message', () => {
      throw new Error('answered');
    });
    socket.send(message(32 * 1024 + 1));
    expect((await closed(socket))[0]).toBe(1009);
    await until(() => fixture.eventsOf('disconnect').length === 1);
    expect(fixture.eventsOf('disconnect')[0].requestContext).toMatchObject({ disconnectStatusCode: 1009 });
  });

  it('closes with 1009 for a longer message', async () => {
    const socket = await fixture.connect();
    const parts = frames(message(128 * 1024 + 1), 32 * 1024);
    for (const [index, part] of parts.entries()) socket.send(part, { fin: index === parts.length - 1 });
    expect((await closed(socket))[0]).toBe(1009);
    await until(() => fixture.eventsOf('disconnect').length === 1);
    expect(fixture.eventsOf('disconnect')[0].requestContext).toMatchObject({ disconnectStatusCode: 1009 });
  });

  it('closes with 1003 for a binary frame', async () => {
    const socket = await fixture.connect();
    socket.send(Buffer.from('{"action":"ping"}'));
    expect((await closed(socket))[0]).toBe(1003);
  });

  it('closes with 1001 after 10 minutes without a message in either direction', async () => {
    const socket = await fixture.connect();
    fixture.timers.advance(9 * 60_000);
    expect(await ask(socket, { action: 'ping' })).toBe('{"type":"pong"}');
    fixture.timers.advance(9 * 60_000);
    expect(await ask(socket, { action: 'ping' })).toBe('{"type":"pong"}');
    const close = closed(socket);
    fixture.timers.advance(10 * 60_000);
    expect(await close).toEqual([1001, 'Going away']);
    await until(() => fixture.eventsOf('disconnect').length === 1);
    expect(fixture.timers.pending).toBe(0);
  });

  it('closes with 1001 after 2 hours, however busy', async () => {
    const socket = await fixture.connect();
    for (let minutes = 0; minutes < 115; minutes += 5) {
      fixture.timers.advance(5 * 60_000);
      await ask(socket, { action: 'ping' });
    }
    const close = closed(socket);
    fixture.timers.advance(5 * 60_000);
    expect(await close).toEqual([1001, 'Going away']);
  });
});

describe('$disconnect', () => {
  it.each([
    ['a plain close', (s: { close(): void }) => s.close(), 1005, 'Client-side close frame status not set'],
    ['a close with a code', (s: { close(c: number, r: string): void }) => s.close(4000, 'bye'), 4000, 'bye'],
    ['a broken connection', (s: { terminate(): void }) => s.terminate(), 1006, ''],
  ])('runs after %s', async (_name, leave, disconnectStatusCode, disconnectReason) => {
    const socket = await fixture.connect();
    leave(socket as never);
    await until(() => fixture.eventsOf('disconnect').length === 1);
    expect(fixture.eventsOf('disconnect')).toMatchObject([
      {
        headers: { Host: 'ws1.execute-api.us-east-1.amazonaws.com' },
        isBase64Encoded: false,
        requestContext: {
          routeKey: '$disconnect',
          eventType: 'DISCONNECT',
          connectionId: fixture.eventsOf('connect')[0].requestContext.connectionId,
          authorizer: { id: 'ana' },
          disconnectStatusCode,
          disconnectReason,
        },
      },
    ]);
  });

  it('may fail, and the log says why', async () => {
    fixture.functions.disconnect = () => Promise.reject(new Error('no table'));
    (await fixture.connect()).close();
    await until(() => fixture.lines.length === 1);
    expect(fixture.lines[0]).toContain('no table');
  });

  it('has run for every connection when the service has closed', async () => {
    const closing = await webSocketFixture();
    const sockets = await Promise.all([closing.connect(), closing.connect()]);
    const codes = Promise.all(sockets.map(closed));
    let finished = 0;
    closing.functions.disconnect = async () => {
      await new Promise((later) => setTimeout(later, 20));
      finished += 1;
      return { statusCode: 200 };
    };
    await closing.gateway.close();
    expect(finished).toBe(2);
    expect(await codes).toEqual([
      [1001, 'Going away'],
      [1001, 'Going away'],
    ]);
    await closing.server.close();
  });
});
