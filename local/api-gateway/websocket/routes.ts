import { callFunction, IntegrationFailure } from '../call-function.ts';
import type { GatewayDeps } from '../gateway-deps.ts';
import { shortId } from '../request-facts.ts';
import type { Connection } from './connection.ts';
import type { WebSocketApiDefinition, WebSocketRoute } from './definition.ts';
import { type ConnectionFacts, disconnectHeaders, gatewayMessage, requestContext } from './events.ts';
import { mockAnswer } from './mock-integration.ts';
import { routeSelection } from './route-selection.ts';

/** What happens after the handshake. Neither ever rejects. */
export interface Routes {
  /** Runs the route that a message selects, and sends what the route answers. */
  message(connection: Connection, body: string): Promise<void>;
  disconnect(facts: ConnectionFacts, code: number, reason: string): Promise<void>;
}

export const createRoutes = (api: WebSocketApiDefinition, deps: GatewayDeps): Routes => {
  const select = routeSelection(api.routeSelectionExpression);
  const routeOf = (body: string): [string, WebSocketRoute] | undefined => {
    const key = select(body);
    // $connect and $disconnect are API Gateway's own to run.
    const selected = key && !key.startsWith('$') && Object.hasOwn(api.routes, key) ? key : '$default';
    const route = api.routes[selected];
    return route && [selected, route];
  };

  /** @returns the text for the client, if there is one */
  const integrate = async (
    key: string,
    route: WebSocketRoute,
    event: object,
  ): Promise<string | undefined> => {
    const integration = api.integrations[route.integration];
    if (integration?.type === 'MOCK') return mockAnswer(route.integration, integration);
    const answer = await callFunction(deps, integration?.functionArn ?? '', event);
    const { statusCode, body } = (answer ?? {}) as { statusCode?: number; body?: unknown };
    if (!statusCode)
      throw new IntegrationFailure(`route ${key}: the function answered no statusCode`, 'error');
    return body === undefined || body === null || body === '' ? undefined : String(body);
  };

  const answerTo = async (
    connection: Connection,
    body: string,
    requestId: string,
  ): Promise<string | undefined> => {
    const { facts } = connection;
    const [key, route] = routeOf(body) ?? [];
    if (!key || !route) return gatewayMessage('Forbidden', facts.connectionId, requestId);
    const event = { eventType: 'MESSAGE' as const, routeKey: key, requestId, now: deps.clock.now() };
    const context = requestContext(facts, event, { messageId: shortId(deps.newId) });
    try {
      const answer = await integrate(key, route, { requestContext: context, body, isBase64Encoded: false });
      return route.routeResponse ? answer : undefined;
    } catch (error) {
      deps.log(`${api.name} route ${key}: ${(error as Error).message}`);
      const late = error instanceof IntegrationFailure && error.kind === 'timeout';
      const message = late ? 'Endpoint request timed out' : 'Internal server error';
      return gatewayMessage(message, facts.connectionId, requestId);
    }
  };

  return {
    message: async (connection, body) => {
      const answer = await answerTo(connection, body, shortId(deps.newId));
      if (answer === undefined || !connection.open) return;
      await connection.send(answer).catch(() => {
        // The client left while its answer was under way; $disconnect tells the application.
      });
    },
    disconnect: async (facts, code, reason) => {
      const route = api.routes.$disconnect;
      if (!route) return;
      const facets = { disconnectStatusCode: code, disconnectReason: reason };
      const event = {
        eventType: 'DISCONNECT' as const,
        routeKey: '$disconnect',
        requestId: shortId(deps.newId),
      };
      const context = requestContext(facts, { ...event, now: deps.clock.now() }, facets);
      const whole = { ...disconnectHeaders(facts), requestContext: context, isBase64Encoded: false };
      await integrate('$disconnect', route, whole).catch((error: Error) => {
        deps.log(`${api.name} route $disconnect: ${error.message}`);
      });
    },
  };
};
