import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocket, WebSocketServer } from 'ws';
import { withLostConnections } from './connections.ts';

let server: Server;
let chance: number;

/** A server that answers each message with itself, and whose connections are lost by the chance of the moment. */
beforeAll(async () => {
  const sockets = new WebSocketServer({ noServer: true });
  sockets.on('connection', (socket) => socket.on('message', (data) => socket.send(String(data))));
  server = createServer();
  const upgrade = withLostConnections(
    (request, socket, head) =>
      sockets.handleUpgrade(request, socket, head, (one) => sockets.emit('connection', one)),
    0.5,
    () => 1 - chance,
  );
  server.on('upgrade', upgrade);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const open = async (): Promise<WebSocket> => {
  const socket = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`);
  await new Promise((opened) => socket.once('open', opened));
  return socket;
};

it('passes messages on', async () => {
  chance = 0;
  const socket = await open();
  socket.send('hello');
  expect(String(await new Promise((heard) => socket.once('message', heard)))).toBe('hello');
  socket.terminate();
});

it('loses a connection with a message, without a close frame', async () => {
  chance = 0;
  const socket = await open();
  const heard: string[] = [];
  socket.on('message', (data) => heard.push(String(data)));
  socket.on('error', () => {});
  chance = 1;
  socket.send('hello');
  expect(await new Promise((closed) => socket.once('close', closed))).toBe(1006);
  expect(heard).toEqual([]);
});
