import { once } from 'node:events';
import {
  ApiGatewayManagementApiClient,
  DeleteConnectionCommand,
  GetConnectionCommand,
  PostToConnectionCommand,
} from '@aws-sdk/client-apigatewaymanagementapi';
import { ask, closed, next, until, type WebSocketFixture, webSocketFixture } from './fixture.ts';

let fixture: WebSocketFixture;
let client: ApiGatewayManagementApiClient;
beforeEach(async () => {
  fixture = await webSocketFixture();
  client = new ApiGatewayManagementApiClient({
    endpoint: `${fixture.server.endpoint}/execute-api/ws1/live`,
    region: 'us-east-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    maxAttempts: 1,
  });
});
afterEach(async () => {
  client.destroy();
  await fixture.server.close();
});

const idOf = () => fixture.eventsOf('connect')[0].requestContext.connectionId as string;
const post = (ConnectionId: string, Data: string | Uint8Array) =>
  client.send(new PostToConnectionCommand({ ConnectionId, Data }));

it('pushes text to a connection whose id needs encoding', async () => {
  const socket = await fixture.connect();
  expect(idOf()).toMatch(/=$/);
  const message = next(socket);
  await post(idOf(), '{"type":"größer"}');
  expect(await message).toBe('{"type":"größer"}');
  socket.close();
});

it('pushes bytes that are no text as they are', async () => {
  const socket = await fixture.connect();
  const bytes = Buffer.from([0, 255, 254, 10]);
  const message = once(socket, 'message');
  await post(idOf(), bytes);
  expect(await message).toEqual([bytes, true]);
  socket.close();
});

it('delivers in the order of the posts', async () => {
  const socket = await fixture.connect();
  const got: string[] = [];
  socket.on('message', (data) => got.push(String(data)));
  for (let n = 0; n < 20; n += 1) await post(idOf(), String(n));
  await until(() => got.length === 20);
  expect(got).toEqual(Array.from({ length: 20 }, (_, n) => String(n)));
  socket.close();
});

it('counts a push as activity', async () => {
  const socket = await fixture.connect();
  fixture.timers.advance(9 * 60_000);
  await post(idOf(), 'still there?');
  fixture.timers.advance(9 * 60_000);
  expect(await ask(socket, { action: 'ping' })).toBe('{"type":"pong"}');
  socket.close();
});

it('takes 128 KB and no more', async () => {
  const socket = await fixture.connect();
  const message = next(socket);
  await post(idOf(), 'x'.repeat(128 * 1024));
  expect((await message).length).toBe(128 * 1024);
  await expect(post(idOf(), 'x'.repeat(128 * 1024 + 1))).rejects.toMatchObject({
    name: 'PayloadTooLargeException',
    $metadata: { httpStatusCode: 413 },
  });
  socket.close();
});

const gone = { name: 'GoneException', $metadata: { httpStatusCode: 410 } };

it('is gone for an unknown connection and a closed one', async () => {
  await expect(post('nope', 'x')).rejects.toMatchObject(gone);
  const socket = await fixture.connect();
  socket.close();
  await until(() => fixture.eventsOf('disconnect').length === 1);
  await expect(post(idOf(), 'x')).rejects.toMatchObject(gone);
});

it('is gone while the $connect route is still running', async () => {
  let during: unknown;
  fixture.functions.connect = async ({ requestContext }) => {
    during = await post(requestContext.connectionId, 'early').catch((error) => error);
    return { statusCode: 200 };
  };
  const socket = await fixture.connect();
  expect(during).toMatchObject(gone);
  socket.close();
});

it('describes a connection', async () => {
  const socket = await fixture.connect('?ticket=t', { headers: { 'User-Agent': 'jest' } });
  const { ConnectedAt, LastActiveAt, Identity } = await client.send(
    new GetConnectionCommand({ ConnectionId: idOf() }),
  );
  expect(ConnectedAt?.getTime()).toBe(fixture.eventsOf('connect')[0].requestContext.connectedAt);
  expect(Number(LastActiveAt) >= Number(ConnectedAt)).toBe(true);
  expect(Identity).toEqual({ SourceIp: '127.0.0.1', UserAgent: 'jest' });
  socket.close();
});

it('describes without waking: asking is no activity', async () => {
  const socket = await fixture.connect();
  const about = () => client.send(new GetConnectionCommand({ ConnectionId: idOf() }));
  const { LastActiveAt } = await about();
  await new Promise((later) => setTimeout(later, 5));
  expect((await about()).LastActiveAt).toEqual(LastActiveAt);
  socket.close();
});

it('neither describes nor disconnects what is gone', async () => {
  const socket = await fixture.connect();
  socket.close();
  await until(() => fixture.eventsOf('disconnect').length === 1);
  for (const Command of [GetConnectionCommand, DeleteConnectionCommand])
    await expect(client.send(new Command({ ConnectionId: idOf() }))).rejects.toMatchObject(gone);
});

it('disconnects a client', async () => {
  const socket = await fixture.connect();
  const close = closed(socket);
  await client.send(new DeleteConnectionCommand({ ConnectionId: idOf() }));
  await expect(post(idOf(), 'x')).rejects.toMatchObject(gone);
  expect((await close)[0]).toBe(1000);
  await until(() => fixture.eventsOf('disconnect').length === 1);
  expect(fixture.eventsOf('disconnect')[0].requestContext).toMatchObject({ disconnectStatusCode: 1000 });
});

it('does not know other methods', async () => {
  const answer = await fetch(`${fixture.server.endpoint}/execute-api/ws1/live/@connections/a%3D`, {
    method: 'PUT',
  });
  expect([answer.status, answer.headers.get('x-amzn-errortype')]).toEqual([501, 'NotEmulated']);
});
