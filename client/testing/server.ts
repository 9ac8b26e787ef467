import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ClientMessage, ServerMessage } from '@readout/runtime/contracts.ts';
import { type WebSocket, WebSocketServer } from 'ws';

/** What a route answers: a status and a body, or a body with status 200. */
export type Route = (body: unknown, request: IncomingMessage) => { status: number; body: unknown };

/** A real HTTP and WebSocket server on a free port; routes are `METHOD /path?query`. */
export async function startServer(routes: Record<string, Route>) {
  const seen: { route: string; authorization?: string; body: unknown }[] = [];
  const heard: ClientMessage[] = [];
  const heardBy = new Map<WebSocket, ClientMessage[]>();
  const handshakes: string[] = [];
  let blocked = false;
  const sockets = new Set<WebSocket>();
  const http = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString();
    const route = `${request.method} ${request.url}`;
    const body: unknown = text ? JSON.parse(text) : undefined;
    seen.push({ route, authorization: request.headers.authorization, body });
    const answer = routes[route]?.(body, request) ?? { status: 404, body: { message: 'no such route' } };
    response.writeHead(answer.status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(answer.body));
  });
  const server = new WebSocketServer({
    server: http,
    verifyClient({ req }: { req: IncomingMessage }) {
      handshakes.push(req.url ?? '');
      return !blocked;
    },
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    const own: ClientMessage[] = [];
    heardBy.set(socket, own);
    socket.on('close', () => sockets.delete(socket));
    socket.on('message', (data) => {
      const message = JSON.parse(String(data)) as ClientMessage;
      heard.push(message);
      own.push(message);
    });
  });
  await new Promise<void>((listening) => http.listen(0, '127.0.0.1', listening));
  const { port } = http.address() as AddressInfo;

  return {
    rest: `http://127.0.0.1:${port}`,
    websocket: `ws://127.0.0.1:${port}`,
    /** Requests, and messages over every socket, in order. */
    seen,
    heard,
    handshakes,
    sockets,
    /** The messages over one socket, in order. */
    heardBy: (socket?: WebSocket) => (socket && heardBy.get(socket)) ?? [],
    /** Refuses handshakes, as a proxy that knows no WebSockets does. */
    block: (wish: boolean) => {
      blocked = wish;
    },
    say: (message: ServerMessage) => {
      for (const socket of sockets) socket.send(JSON.stringify(message));
    },
    /** Cuts every socket off without a word. */
    drop: () => {
      for (const socket of sockets) socket.terminate();
    },
    stop: async () => {
      for (const socket of sockets) socket.terminate();
      http.closeAllConnections();
      await new Promise((closed) => http.close(closed));
    },
  };
}

export type TestServer = Awaited<ReturnType<typeof startServer>>;
