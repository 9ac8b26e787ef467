import type { Connections } from '@readout/runtime/connections.ts';
import type { SocketEvent } from '@readout/runtime/socket.ts';

/**
 * Forgets a connection that ended. API Gateway does its best to call this but does not promise to: what it misses
 * is found by the first message that cannot be delivered, or expires.
 */
export const disconnect =
  ({ connections }: { connections: Pick<Connections, 'remove'> }) =>
  async ({ requestContext }: SocketEvent): Promise<{ statusCode: number }> => {
    await connections.remove(requestContext.connectionId);
    return { statusCode: 200 };
  };
