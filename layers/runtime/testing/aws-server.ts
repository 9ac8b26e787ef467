import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a request asked: the JSON body, or for REST-like services what stands in path and body. */
// biome-ignore lint/suspicious/noExplicitAny: each test knows the shape of the operation it answers
export type Input = any;
type Answer = (input: Input) => object | string | Promise<object | string>;

/** A scripted stand-in for AWS services behind a real socket, driven by the real SDK clients. */
export interface AwsServer {
  /** Settings for any SDK client; it does not retry. */
  client: {
    endpoint: string;
    region: string;
    credentials: { accessKeyId: string; secretAccessKey: string };
    maxAttempts: number;
    forcePathStyle: boolean;
  };
  /** Every request so far, in order. */
  asked: { operation: string; input: Input }[];
  close(): Promise<void>;
}

/** Thrown by an answer: the error as the service would send it. */
export class Refusal extends Error {
  constructor(
    override readonly name: string,
    message = 'refused',
    readonly status = 400,
  ) {
    super(message);
  }
}

/**
 * Answers by operation: the end of `X-Amz-Target` for JSON services, `PostToConnection` ({connectionId, data}),
 * `SendEmail`, `GetObject` ({key}; the answer is the object's text). An answer of type string is sent as it is.
 */
export const awsServer = async (answers: Record<string, Answer>): Promise<AwsServer> => {
  const asked: AwsServer['asked'] = [];
  const server = createServer(async (request, response) => {
    const call = await callOf(request);
    asked.push(call);
    try {
      const answer = await answers[call.operation]?.(call.input);
      if (answer === undefined) throw new Refusal('UnknownOperationException', call.operation);
      response.end(typeof answer === 'string' ? answer : JSON.stringify(answer));
    } catch (error) {
      const { name, message, status } = error as Refusal;
      const xml = `<Error><Code>${name}</Code><Message>${message}</Message></Error>`;
      const body = call.operation === 'GetObject' ? xml : JSON.stringify({ __type: name, message });
      response.writeHead(status ?? 500, { 'x-amzn-errortype': name }).end(body);
    }
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    client: {
      endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      region: 'us-east-1',
      credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
      maxAttempts: 1,
      forcePathStyle: true,
    },
    asked,
    close: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
};

const callOf = async (request: IncomingMessage): Promise<{ operation: string; input: Input }> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const body = Buffer.concat(chunks).toString();
  const target = request.headers['x-amz-target']?.toString();
  if (target) return { operation: target.slice(target.lastIndexOf('.') + 1), input: JSON.parse(body) };
  if (request.url === '/v2/email/outbound-emails') return { operation: 'SendEmail', input: JSON.parse(body) };
  const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
  const connectionId = /^\/@connections\/(.+)$/.exec(path)?.[1];
  return connectionId
    ? { operation: 'PostToConnection', input: { connectionId, data: JSON.parse(body) } }
    : { operation: 'GetObject', input: { key: path.split('/').slice(2).join('/') } };
};
