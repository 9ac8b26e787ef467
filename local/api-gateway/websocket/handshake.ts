import { callFunction } from '../call-function.ts';
import type { GatewayDeps } from '../gateway-deps.ts';
import type { WebSocketApiDefinition } from './definition.ts';
import { type ConnectionFacts, type EventFacts, requestContext } from './events.ts';
import { type HandshakeRequest, handshakeMembers } from './handshake-request.ts';
import { Refusal } from './refusal.ts';
import { authorize } from './request-authorizer.ts';

export interface Accepted {
  facts: ConnectionFacts;
  /** The one the $connect function chose, from its `Sec-WebSocket-Protocol` header. */
  subprotocol?: string;
}

/** Runs authorizer and $connect route. Throws Refusal where the handshake ends without a connection. */
export const shakeHands = async (
  api: WebSocketApiDefinition,
  handshake: HandshakeRequest,
  facts: ConnectionFacts,
  event: EventFacts,
  deps: GatewayDeps,
): Promise<Accepted> => {
  const route = api.routes.$connect;
  if (!route) return { facts };
  const authorizer = route.authorizer ? api.authorizers?.[route.authorizer] : undefined;
  const context = authorizer && (await authorize(authorizer, handshake, facts, event, deps));
  const accepted = { ...facts, authorizer: context };
  const integration = api.integrations[route.integration];
  if (integration?.type !== 'AWS_PROXY' || !integration.functionArn) return { facts: accepted };
  const answer = await connect(integration.functionArn, handshake, accepted, event, deps);
  return { facts: accepted, subprotocol: subprotocolOf(answer.headers) };
};

interface ConnectAnswer {
  statusCode: number;
  body?: string;
  headers?: Record<string, string>;
}

const connect = async (
  functionArn: string,
  handshake: HandshakeRequest,
  facts: ConnectionFacts,
  event: EventFacts,
  deps: GatewayDeps,
): Promise<ConnectAnswer> => {
  const answer = await callFunction(deps, functionArn, {
    ...handshakeMembers(handshake),
    requestContext: requestContext(facts, event),
    isBase64Encoded: false,
  }).catch((error: Error) => {
    throw new Refusal(502, 'Internal server error', error.message);
  });
  const { statusCode } = (answer ?? {}) as { statusCode?: number };
  if (!statusCode) throw new Refusal(502, 'Internal server error', `${functionArn} answered no statusCode`);
  const { body } = answer as ConnectAnswer;
  if (statusCode >= 400) throw new Refusal(statusCode, 'Forbidden', undefined, body ?? '');
  return answer as ConnectAnswer;
};

const subprotocolOf = (headers: Record<string, string> = {}): string | undefined =>
  Object.entries(headers).find(([name]) => name.toLowerCase() === 'sec-websocket-protocol')?.[1];
