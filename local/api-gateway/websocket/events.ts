import { domainName, requestTime } from '../request-facts.ts';
import type { HandshakeRequest } from './handshake-request.ts';

/** What stays the same for every event of a connection. */
export interface ConnectionFacts {
  apiId: string;
  stage: string;
  region: string;
  connectionId: string;
  /** Epoch milliseconds. */
  connectedAt: number;
  identity: HandshakeRequest['identity'];
  /** The authorizer's context, from the $connect route on. */
  authorizer?: AuthorizerContext;
}

export type AuthorizerContext = Record<string, string | number>;

export interface EventFacts {
  eventType: 'CONNECT' | 'MESSAGE' | 'DISCONNECT';
  routeKey: string;
  requestId: string;
  now: Date;
}

/**
 * `requestContext` of a WebSocket event
 * (https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-mapping-template-reference.html).
 */
export const requestContext = (
  connection: ConnectionFacts,
  event: EventFacts,
  more: object = {},
): object => ({
  routeKey: event.routeKey,
  eventType: event.eventType,
  ...(connection.authorizer && { authorizer: connection.authorizer }),
  ...more,
  extendedRequestId: event.requestId,
  requestTime: requestTime(event.now),
  messageDirection: 'IN',
  stage: connection.stage,
  connectedAt: connection.connectedAt,
  requestTimeEpoch: event.now.getTime(),
  identity: connection.identity,
  requestId: event.requestId,
  domainName: domainName(connection.apiId, connection.region),
  connectionId: connection.connectionId,
  apiId: connection.apiId,
});

/** Headers of a $disconnect event, which has no request of its own. */
export const disconnectHeaders = ({ apiId, region }: ConnectionFacts): object => {
  const headers = {
    Host: domainName(apiId, region),
    'x-api-key': '',
    'X-Forwarded-For': '',
    'x-restapi': '',
  };
  const multiValueHeaders = Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, [value]]),
  );
  return { headers, multiValueHeaders };
};

/** What API Gateway itself tells a client about one of its requests. */
export const gatewayMessage = (message: string, connectionId: string, requestId: string): string =>
  JSON.stringify({ message, connectionId, requestId });
