import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { CallerIdentity, Service, ServiceRequest } from '../../service.ts';

/** A person can mend it; `message` says how. */
export class StartError extends Error {
  override name = 'StartError';
}

const largestBody = 8 * 1024 * 1024;

/**
 * Serves the emulator on a port of 127.0.0.1.
 * @param port 0 takes any free one
 * @returns its address, and what ends it
 * @throws StartError where the port is taken or not allowed
 */
export const serveHttp = async (
  service: Service,
  port: number,
  callerOf: (accessKeyId: string) => CallerIdentity,
): Promise<{ endpoint: string; close(): Promise<void> }> => {
  const server = createServer(async (incoming, outgoing) => {
    try {
      const request = await readRequest(incoming, callerOf);
      const { status, headers, body } = request ? await service.handle(request) : tooLarge;
      outgoing.writeHead(status, headers).end(body);
    } catch {
      outgoing.destroy(); // the request broke off: there is nobody to answer
    }
  });
  const actual = await listen(server, port);
  const close = () =>
    new Promise<void>((closed) => {
      server.close(() => closed());
      server.closeAllConnections();
    });
  return { endpoint: `http://127.0.0.1:${actual}`, close };
};

const tooLarge = {
  status: 413,
  headers: {
    'content-type': 'application/x-amz-json-1.1',
    'x-amzn-errortype': 'RequestEntityTooLargeException',
  },
  body: '{"__type":"RequestEntityTooLargeException"}',
};

/** Undefined for a body that is too large. Throws where the request breaks off. */
const readRequest = async (
  incoming: IncomingMessage,
  callerOf: (accessKeyId: string) => CallerIdentity,
): Promise<ServiceRequest | undefined> => {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming) {
    size += chunk.length;
    if (size <= largestBody) chunks.push(chunk);
  }
  if (size > largestBody) return undefined;
  const headers = Object.fromEntries(
    Object.entries(incoming.headers).map(([name, value]) => [name, value?.toString()]),
  );
  const accessKeyId = /Credential=([^/,\s]+)/.exec(headers.authorization ?? '')?.[1] ?? '';
  const method = incoming.method ?? 'GET';
  return {
    method,
    url: urlOf(incoming),
    headers,
    body: Buffer.concat(chunks),
    caller: callerOf(accessKeyId),
  };
};

const urlOf = ({ url = '/' }: IncomingMessage): URL =>
  URL.canParse(url, 'http://localhost') ? new URL(url, 'http://localhost') : new URL('http://localhost/-');

const listen = (server: Server, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const [taken, forbidden] = [error.code === 'EADDRINUSE', error.code === 'EACCES'];
      if (taken) reject(new StartError(`Port ${port} is taken. Choose another with --port.`));
      else if (forbidden) reject(new StartError(`Port ${port} is not allowed. Choose one above 1023.`));
      else reject(error);
    });
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
