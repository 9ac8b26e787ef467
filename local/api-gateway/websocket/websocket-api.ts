import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import type { GatewayDeps } from '../gateway-deps.ts';
import { shortId } from '../request-facts.ts';
import { checkDefinition } from './check-definition.ts';
import { type Connection, superviseConnection } from './connection.ts';
import type { WebSocketApiDefinition } from './definition.ts';
import { type ConnectionFacts, gatewayMessage } from './events.ts';
import { type Accepted, shakeHands } from './handshake.ts';
import { readHandshake } from './handshake-request.ts';
import { Refusal, refuse } from './refusal.ts';
import { createRoutes } from './routes.ts';

/** One deployed WebSocket API. */
export interface WebSocketApi {
  readonly stage: string;
  /** Takes the socket of an upgrade request for good: a connection or a refusal comes of it. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void>;
  /** An open connection; not one whose $connect route is still running. */
  connection(id: string): Connection | undefined;
  /** Closes every connection with 1001 and waits, within a limit, for the $disconnect routes. */
  close(): Promise<void>;
}

/** Throws at once on what the definition asks for and nobody emulates. */
export const createWebSocketApi = (api: WebSocketApiDefinition, deps: GatewayDeps): WebSocketApi => {
  checkDefinition(api);
  const routes = createRoutes(api, deps);
  const connections = new Map<string, Connection>();
  const disconnecting = new Set<Promise<void>>();
  const subprotocols = new WeakMap<IncomingMessage, string>();
  const server = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    maxPayload: deps.limits.messageBytes,
    handleProtocols: (_offered, request) => subprotocols.get(request) ?? false,
  });

  const disconnected = (facts: ConnectionFacts, code: number, reason: string) => {
    connections.delete(facts.connectionId);
    const running = routes.disconnect(facts, code, reason).finally(() => disconnecting.delete(running));
    disconnecting.add(running);
  };

  const open = (request: IncomingMessage, raw: Duplex, head: Buffer, { facts, subprotocol }: Accepted) => {
    if (subprotocol) subprotocols.set(request, subprotocol);
    let opened = false;
    server.handleUpgrade(request, raw, head, (socket) => {
      opened = true;
      const connection = superviseConnection(socket, raw, facts, deps, {
        onMessage: (text) => void routes.message(connection, text),
        onClose: (code, reason) => disconnected(facts, code, reason),
      });
      connections.set(facts.connectionId, connection);
    });
    // The client left while $connect ran: for the application the connection was there, and is gone.
    if (!opened) disconnected(facts, 1006, '');
  };

  return {
    stage: api.stage,
    connection: (id) => {
      const found = connections.get(id);
      return found?.open ? found : undefined;
    },
    upgrade: async (request, socket, head) => {
      socket.on('error', () => socket.destroy());
      const handshake = readHandshake(request, api.id, deps.region);
      const connectionId = shortId(deps.newId);
      const now = deps.clock.now();
      const event = {
        eventType: 'CONNECT' as const,
        routeKey: '$connect',
        requestId: shortId(deps.newId),
        now,
      };
      const facts: ConnectionFacts = {
        apiId: api.id,
        stage: api.stage,
        region: deps.region,
        connectionId,
        connectedAt: now.getTime(),
        identity: handshake.identity,
      };
      try {
        open(request, socket, head, await shakeHands(api, handshake, facts, event, deps));
      } catch (error) {
        const refusal =
          error instanceof Refusal ? error : new Refusal(500, 'Internal server error', String(error));
        if (refusal.reason) deps.log(`${api.name} $connect: ${refusal.reason}`);
        refuse(
          socket,
          refusal.status,
          refusal.body ?? gatewayMessage(refusal.message, connectionId, event.requestId),
        );
      }
    },
    close: async () => {
      const all = [...connections.values()];
      for (const connection of all) connection.close(1001, 'Going away');
      await untilGone(connections, disconnecting, deps);
      for (const connection of all) connection.terminate();
      server.close();
    },
  };
};

/** Waits until every connection is closed and its $disconnect route has run, or for `closingMs`. */
const untilGone = async (
  connections: Map<string, Connection>,
  disconnecting: Set<Promise<void>>,
  { limits }: GatewayDeps,
): Promise<void> => {
  const giveUp = Date.now() + limits.closingMs;
  while ((connections.size > 0 || disconnecting.size > 0) && Date.now() < giveUp) {
    await new Promise((checked) => setTimeout(checked, 5));
  }
};
