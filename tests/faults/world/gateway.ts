import { callFunction } from '../../../local/api-gateway/call-function.ts';
import type { GatewayDeps } from '../../../local/api-gateway/gateway-deps.ts';
import { defaultLimits } from '../../../local/api-gateway/limits.ts';
import { domainName, shortId } from '../../../local/api-gateway/request-facts.ts';
import { routesAt } from '../../../local/api-gateway/rest/match-route.ts';
import { proxyEvent } from '../../../local/api-gateway/rest/proxy-event.ts';
import { proxyResponse } from '../../../local/api-gateway/rest/proxy-response.ts';
import type { ConnectionFacts } from '../../../local/api-gateway/websocket/events.ts';
import { shakeHands } from '../../../local/api-gateway/websocket/handshake.ts';
import { manageConnection } from '../../../local/api-gateway/websocket/management.ts';
import { createRoutes } from '../../../local/api-gateway/websocket/routes.ts';
import type { WebSocketApi } from '../../../local/api-gateway/websocket/websocket-api.ts';
import type { Dice } from '../../../local/faults/dice.ts';
import type { FaultPlan } from '../../../local/faults/plan.ts';
import type { Service, ServiceResponse } from '../../../local/service.ts';
import type { Deployment } from './deployment.ts';
import { place } from './deployment.ts';
import type { Lambda } from './lambda.ts';
import { SimulatedConnection } from './simulated-connection.ts';
import type { VirtualTime } from './virtual-time.ts';

export interface GatewayOptions {
  time: VirtualTime;
  dice: Dice;
  plan(): FaultPlan;
  deployment: Deployment;
  lambda: Lambda;
  newId(): string;
  latency(): number;
  trace(line: string): void;
}

/** Who signs a REST request: the claims of their ID token. */
export type Claims = Record<string, string>;

export interface Gateway {
  /** Answers as API Gateway does, whatever goes wrong. */
  rest(
    claims: Claims,
    method: string,
    path: string,
    body?: string,
  ): Promise<{ status: number; body: string }>;
  /** Shakes hands: the connection, or the status of the refusal. */
  connect(url: URL): Promise<SimulatedConnection | number>;
  /** The management API. */
  management: Service;
  /** Connections that the server takes for open. */
  open(): SimulatedConnection[];
}

/** API Gateway: the local stack's routes, events and limits over sockets that are simulated. */
export const createGateway = (options: GatewayOptions): Gateway => {
  const { time, lambda, newId, trace } = options;
  const deps: GatewayDeps = {
    ...place,
    clock: { now: () => new Date(time.now()) },
    newId,
    timers: { after: time.after.bind(time) },
    limits: defaultLimits,
    invokeLambda: lambda.invoke,
    jwksOf: () => ({ issuer: '', jwks: { keys: [] } }),
    log: (line) => trace(`API Gateway: ${line}`),
  };
  const connections = new Map<string, SimulatedConnection>();
  return {
    rest: restOf(options, deps),
    connect: connectOf(options, deps, connections),
    open: () => [...connections.values()],
    management: {
      name: 'execute-api',
      handle: (request) => {
        const id = decodeURIComponent(/@connections\/([^/]+)$/.exec(request.url.pathname)?.[1] ?? '');
        const api = { connection: (one: string) => connections.get(one) } as unknown as WebSocketApi;
        return manageConnection(api, id, request, defaultLimits);
      },
    },
  };
};

const restOf =
  ({ time, deployment, newId }: GatewayOptions, deps: GatewayDeps): Gateway['rest'] =>
  async (claims, method, path, body = '') => {
    const [api] = deployment.restApis;
    if (!api) return { status: 404, body: '' };
    const url = new URL(path, 'http://rest.local');
    const match = routesAt(api.routes, url.pathname).find(({ route }) => route.method === method);
    if (!match) return { status: 404, body: '' };
    const request = { method, url, headers: {}, body: Buffer.from(body), caller: { arn: '' } };
    const ids = { requestId: newId(), extendedRequestId: shortId(newId) };
    const now = new Date(time.now());
    const event = proxyEvent({ api, match, request, path: url.pathname, claims, ...place, ...ids, now });
    const answer = await callFunction(deps, match.route.functionArn, event).then(
      (payload): ServiceResponse => proxyResponse(payload, { accept: undefined, binaryMediaTypes: [] }),
      (error: { kind?: string }): ServiceResponse => ({
        status: error.kind === 'timeout' ? 504 : 502,
        body: '{"error":{"name":"InternalError","message":"Something went wrong on our side."}}',
      }),
    );
    return { status: answer.status, body: String(answer.body ?? '') };
  };

const connectOf = (
  options: GatewayOptions,
  deps: GatewayDeps,
  connections: Map<string, SimulatedConnection>,
): Gateway['connect'] => {
  const { time, deployment, newId, dice, plan } = options;
  const [api] = deployment.webSocketApis;
  if (!api) return async () => 404;
  const routes = createRoutes(api, deps);
  return async (url) => {
    const connectionId = shortId(newId);
    const event = {
      eventType: 'CONNECT' as const,
      routeKey: '$connect',
      requestId: shortId(newId),
      now: new Date(time.now()),
    };
    const facts: ConnectionFacts = {
      apiId: api.id,
      stage: api.stage,
      region: place.region,
      connectionId,
      connectedAt: time.now(),
      identity: { sourceIp: '127.0.0.1' },
    };
    const handshake = {
      headers: { Host: domainName(api.id, place.region) },
      query: url.searchParams,
      identity: facts.identity,
    };
    try {
      const accepted = await shakeHands(api, handshake, facts, event, deps);
      const connection = new SimulatedConnection(accepted.facts, {
        ...options,
        onMessage: (text) => void routes.message(connection, text),
        onClose: (code) => {
          connections.delete(connectionId);
          // $disconnect is best effort: some of them are never called.
          if (dice('disconnects')() >= plan().lose) void routes.disconnect(accepted.facts, code, '');
        },
      });
      connections.set(connectionId, connection);
      return connection;
    } catch (error) {
      return (error as { status?: number }).status ?? 500;
    }
  };
};
