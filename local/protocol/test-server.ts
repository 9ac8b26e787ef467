import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import type { CallerIdentity, Service } from '../service.ts';

/** One service on a free port of 127.0.0.1, for tests that drive it through its real SDK client. */
export interface TestServer {
  /** Give it to an SDK client as `endpoint`. */
  endpoint: string;
  /** Who the service believes signs the requests from now on. */
  callAs(arn: string): void;
  /** Closes the port and the service. */
  close(): Promise<void>;
}

const defaultCaller = 'arn:aws:sts::000000000000:assumed-role/tester/session';

interface UpgradableService extends Service {
  /** WebSocket handshakes, where the service takes them. */
  upgrade?: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
}

/** Serves `service` over HTTP; every request counts as signed by `callerArn`. */
export const serve = async (
  service: UpgradableService,
  { callerArn = defaultCaller }: { callerArn?: string } = {},
): Promise<TestServer> => {
  const caller: CallerIdentity = { arn: callerArn };
  const server = createServer((request, response) => {
    answer(service, { ...caller }, request, response).catch((error) => response.destroy(error));
  });
  if (service.upgrade) server.on('upgrade', service.upgrade);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    callAs: (arn) => {
      caller.arn = arn;
    },
    close: async () => {
      server.closeAllConnections();
      // First the service: it ends the WebSockets, without which the port would stay open.
      await service.close?.();
      await new Promise((closed) => server.close(closed));
    },
  };
};

const answer = async (
  service: Service,
  caller: CallerIdentity,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  const { status, headers, body } = await service.handle({
    method: request.method ?? 'GET',
    url: new URL(request.url ?? '/', 'http://localhost'),
    headers: singleHeaders(request),
    body: await readBody(request),
    caller,
  });
  response.writeHead(status, headers).end(body);
};

const readBody = async (request: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
};

const singleHeaders = ({ headers }: IncomingMessage): Record<string, string | undefined> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, value?.toString()]));
