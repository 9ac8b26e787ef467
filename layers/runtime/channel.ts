import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda';
import type { SocketEvent, SocketResult } from './socket.ts';

interface Channels {
  rest(event: APIGatewayProxyEvent): Promise<APIGatewayProxyResult>;
  socket(event: SocketEvent): Promise<SocketResult>;
}

/** One function for both channels: only a WebSocket event has a connection. */
export const byChannel =
  ({ rest, socket }: Channels) =>
  (event: APIGatewayProxyEvent | SocketEvent): Promise<APIGatewayProxyResult | SocketResult> =>
    isSocketEvent(event) ? socket(event) : rest(event);

const isSocketEvent = (event: APIGatewayProxyEvent | SocketEvent): event is SocketEvent =>
  Boolean(event.requestContext.connectionId);
