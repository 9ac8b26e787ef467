import { once } from 'node:events';
import { type ClientOptions, WebSocket } from 'ws';
import type { ApiGatewayOptions } from '../api-gateway.ts';
import { type Event, type FakeFunction, type GatewayFixture, gatewayFixture } from '../fixture.ts';
import type { WebSocketApiDefinition } from './definition.ts';

/** An API with a route of each kind: `connect`, `disconnect`, `echo`, `fallback` and `allow` are its functions. */
export const example: WebSocketApiDefinition = {
  id: 'ws1',
  name: 'readout-websocket',
  stage: 'live',
  routeSelectionExpression: '$request.body.action',
  routes: {
    $connect: { integration: 'connect', authorizer: 'ticket', routeResponse: false },
    $disconnect: { integration: 'disconnect', routeResponse: false },
    $default: { integration: 'fallback', routeResponse: true },
    run: { integration: 'echo', routeResponse: true },
    quiet: { integration: 'echo', routeResponse: false },
    ping: { integration: 'mock', routeResponse: true },
  },
  integrations: {
    connect: { type: 'AWS_PROXY', functionArn: 'connect' },
    disconnect: { type: 'AWS_PROXY', functionArn: 'disconnect' },
    echo: { type: 'AWS_PROXY', functionArn: 'echo' },
    fallback: { type: 'AWS_PROXY', functionArn: 'fallback' },
    mock: {
      type: 'MOCK',
      templateSelectionExpression: '200',
      requestTemplates: { '200': '{"statusCode":200}' },
      responses: {
        $default: { templateSelectionExpression: '200', responseTemplates: { '200': '{"type":"pong"}' } },
      },
    },
  },
  authorizers: { ticket: { functionArn: 'allow', identitySource: ['route.request.querystring.ticket'] } },
};

export const allowing = (methodArn: string, context: object = {}) => ({
  principalId: 'ana',
  policyDocument: {
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: 'execute-api:Invoke', Resource: methodArn }],
  },
  context,
});

const functions: Record<string, FakeFunction> = {
  allow: ({ methodArn }) => allowing(methodArn, { id: 'ana', admin: true, level: 3 }),
  connect: () => ({ statusCode: 200 }),
  disconnect: () => ({ statusCode: 200 }),
  echo: (event) => ({ statusCode: 200, body: JSON.stringify(event) }),
  fallback: ({ body }) => ({ statusCode: 400, body: `not understood: ${body}` }),
};

export interface WebSocketFixture extends GatewayFixture {
  /** Opens a connection; rejects with the refusal as `Refused`. */
  connect(query?: string, options?: ClientOptions & { protocols?: string[] }): Promise<WebSocket>;
  /** Events of one function so far. */
  eventsOf(functionArn: string): Event[];
}

export const webSocketFixture = async (
  options: Partial<ApiGatewayOptions> = {},
): Promise<WebSocketFixture> => {
  const fixture = await gatewayFixture({ ...functions }, options);
  fixture.gateway.createWebSocketApi(example);
  return {
    ...fixture,
    connect: (query = '?ticket=t', { protocols = [], ...rest } = {}) =>
      opened(
        `${fixture.server.endpoint.replace('http', 'ws')}/execute-api/ws1/live${query}`,
        protocols,
        rest,
      ),
    eventsOf: (functionArn) =>
      fixture.calls.filter((call) => call.functionArn === functionArn).map(({ event }) => event),
  };
};

/** What a handshake got instead of a connection. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly body: string,
  ) {
    super(`${status} ${body}`);
  }
}

const opened = (url: string, protocols: string[], options: ClientOptions): Promise<WebSocket> =>
  new Promise((resolve, reject) => {
    const socket = new WebSocket(url, protocols, options);
    socket.once('open', () => resolve(socket));
    socket.once('error', reject);
    socket.once('unexpected-response', async (_request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of response) chunks.push(chunk);
      reject(new Refused(response.statusCode ?? 0, Buffer.concat(chunks).toString()));
    });
  });

/** The next message, as text. */
export const next = async (socket: WebSocket): Promise<string> => String((await once(socket, 'message'))[0]);

/** Sends, and waits for the next message. */
export const ask = async (socket: WebSocket, message: unknown): Promise<string> => {
  const answer = next(socket);
  socket.send(typeof message === 'string' ? message : JSON.stringify(message));
  return answer;
};

/** Code and reason of the close. */
export const closed = async (socket: WebSocket): Promise<[number, string]> => {
  const [code, reason] = await once(socket, 'close');
  return [code, String(reason)];
};

export const until = async (condition: () => boolean): Promise<void> => {
  while (!condition()) await new Promise((later) => setTimeout(later, 2));
};
