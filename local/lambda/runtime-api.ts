import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Invocation } from './invocation.ts';

/** What one process can ask of the runtime API. */
export interface RuntimeSession {
  /** Resolves with the next event. */
  next(): Promise<Delivery>;
  /** Both answer the status for the process: 202, 413 for an answer that is too large, 400 for a wrong id. */
  respond(requestId: string, body: Buffer): number;
  fail(requestId: string, body: Buffer): number;
  initFailed(body: Buffer): number;
}

export interface Delivery extends Invocation {
  deadlineMs: number;
}

export interface RuntimeApi {
  /** @returns the value of AWS_LAMBDA_RUNTIME_API for this session: the id is part of the path. */
  open(id: string, session: RuntimeSession): Promise<string>;
  end(id: string): void;
  close(): Promise<void>;
}

/**
 * The Lambda Runtime API (https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html) for every process,
 * on one loopback port of its own, opened with the first session.
 */
export const createRuntimeApi = (): RuntimeApi => {
  const sessions = new Map<string, RuntimeSession>();
  let listening: Promise<Server> | undefined;
  return {
    open: async (id, session) => {
      sessions.set(id, session);
      listening ??= listen(sessions);
      const server = await listening;
      return `127.0.0.1:${(server.address() as AddressInfo).port}/${id}`;
    },
    end: (id) => {
      sessions.delete(id);
    },
    close: async () => {
      const server = await listening;
      server?.closeAllConnections();
      if (server) await new Promise((closed) => server.close(closed));
    },
  };
};

const listen = async (sessions: Map<string, RuntimeSession>): Promise<Server> => {
  const server = createServer((request, response) => {
    answer(sessions, request, response).catch((error) => response.destroy(error));
  });
  // A process may work for longer than any keep-alive before it speaks again.
  server.keepAliveTimeout = 0;
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return server;
};

const paths =
  /^\/(?<id>[^/]+)\/2018-06-01\/runtime\/(?<what>invocation\/next|init\/error|invocation\/(?<requestId>[^/]+)\/(?:response|error)|lifeline)$/;

const answer = async (
  sessions: Map<string, RuntimeSession>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  const { id, what, requestId } = paths.exec(request.url ?? '')?.groups ?? {};
  const session = sessions.get(id ?? '');
  if (!session || !what) {
    response.writeHead(404).end();
  } else if (what === 'lifeline') {
    // Never answered: its end tells the process that this one is gone.
  } else if (what === 'invocation/next') {
    deliver(await session.next(), response);
  } else {
    const status = post(session, what, requestId ?? '', await readBody(request));
    const text = JSON.stringify({ status });
    response
      .writeHead(status, { 'content-type': 'application/json', 'content-length': text.length })
      .end(text);
  }
};

const post = (session: RuntimeSession, what: string, requestId: string, body: Buffer): number => {
  if (what === 'init/error') return session.initFailed(body);
  return what.endsWith('/error') ? session.fail(requestId, body) : session.respond(requestId, body);
};

const deliver = (event: Delivery, response: ServerResponse): void => {
  response.writeHead(200, {
    'content-type': 'application/json',
    'content-length': event.payload.length,
    'Lambda-Runtime-Aws-Request-Id': event.requestId,
    'Lambda-Runtime-Deadline-Ms': String(event.deadlineMs),
    'Lambda-Runtime-Invoked-Function-Arn': event.functionArn,
    'Lambda-Runtime-Trace-Id': event.traceId,
    ...(event.clientContext ? { 'Lambda-Runtime-Client-Context': event.clientContext } : {}),
  });
  response.end(event.payload);
};

const readBody = async (request: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
};
