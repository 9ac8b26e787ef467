import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { restJson } from '../protocol/rest-json.ts';
import type { Service, ServiceResponse } from '../service.ts';
import type { GatewayDeps } from './gateway-deps.ts';
import { type ApiGatewayLimits, defaultLimits } from './limits.ts';
import type { RestApiDefinition } from './rest/definition.ts';
import { createRestApi, type RestApi } from './rest/rest-api.ts';
import { systemTimers } from './timers.ts';
import type { WebSocketApiDefinition } from './websocket/definition.ts';
import { manageConnection } from './websocket/management.ts';
import { refuse } from './websocket/refusal.ts';
import { createWebSocketApi, type WebSocketApi } from './websocket/websocket-api.ts';

export interface ApiGatewayOptions extends Omit<GatewayDeps, 'timers' | 'limits'> {
  timers?: GatewayDeps['timers'];
  limits?: Partial<ApiGatewayLimits>;
}

export interface ApiGateway extends Service {
  /** Deploys an API under `/execute-api/<id>/<stage>/`. Throws on what it asks for and nobody emulates. */
  createRestApi(definition: RestApiDefinition): void;
  createWebSocketApi(definition: WebSocketApiDefinition): void;
  /** WebSocket handshakes; takes the socket for good. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Closes every connection with 1001. Functions must still be there for the $disconnect routes. */
  close(): Promise<void>;
}

/** REST and WebSocket APIs, and the management API of their connections, on the one port for AWS. */
export const createApiGateway = (options: ApiGatewayOptions): ApiGateway => {
  const deps: GatewayDeps = {
    ...options,
    timers: options.timers ?? systemTimers,
    limits: { ...defaultLimits, ...options.limits },
  };
  const restApis = new Map<string, RestApi>();
  const webSocketApis = new Map<string, WebSocketApi>();
  const checkFree = (id: string) => {
    if (restApis.has(id) || webSocketApis.has(id)) throw new Error(`there is an API ${id} already`);
  };

  return {
    name: 'execute-api',
    createRestApi: (definition) => {
      checkFree(definition.id);
      restApis.set(definition.id, createRestApi(definition, deps));
    },
    createWebSocketApi: (definition) => {
      checkFree(definition.id);
      webSocketApis.set(definition.id, createWebSocketApi(definition, deps));
    },
    handle: async (request) => {
      const { id, stage, path } = address(request.url.pathname);
      const restApi = restApis.get(id);
      if (restApi?.stage === stage) return restApi.handle(request, path);
      const webSocketApi = webSocketApis.get(id);
      const connectionId = /^\/@connections\/([^/]+)$/.exec(decoded(path))?.[1];
      if (webSocketApi?.stage === stage && connectionId) {
        return manageConnection(webSocketApi, connectionId, request, deps.limits);
      }
      return forbidden;
    },
    upgrade: (request, socket, head) => {
      const { id, stage, path } = address(new URL(request.url ?? '/', 'http://localhost').pathname);
      const api = webSocketApis.get(id);
      if (api?.stage === stage && path === '/') void api.upgrade(request, socket, head);
      else refuse(socket, 403, String(forbidden.body));
    },
    close: async () => {
      await Promise.all([...webSocketApis.values()].map((api) => api.close()));
    },
  };
};

/** What AWS answers for an API or a stage that does not exist. */
const forbidden: ServiceResponse = restJson(
  403,
  { message: 'Forbidden' },
  { 'x-amzn-errortype': 'ForbiddenException' },
);

/** `/execute-api/<id>/<stage>/…` */
const address = (pathname: string): { id: string; stage: string; path: string } => {
  const [, id = '', stage = '', path = ''] = /^\/execute-api\/([^/]+)\/([^/]+)(.*)$/.exec(pathname) ?? [];
  return { id, stage: decoded(stage), path: path || '/' };
};

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};
