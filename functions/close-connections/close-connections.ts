import {
  type ApiGatewayManagementApiClient,
  DeleteConnectionCommand,
} from '@aws-sdk/client-apigatewaymanagementapi';
import type { Connections } from '@readout/runtime/connections.ts';
import type { RestAction } from '@readout/runtime/rest.ts';

interface Deps {
  connections: Pick<Connections, 'of' | 'remove'>;
  sockets: ApiGatewayManagementApiClient;
}

/**
 * Ends every connection of the caller, on every device: what signing out means for sockets. One that cannot be ended
 * stops none of the others, and fails the request in the end, so that it is asked for again.
 */
export const closeConnections =
  ({ connections, sockets }: Deps): RestAction =>
  async ({ caller }) => {
    const open = await connections.of(caller.id);
    const ends = await Promise.allSettled(
      open.map(async ({ connectionId }) => {
        await sockets.send(new DeleteConnectionCommand({ ConnectionId: connectionId })).catch(unlessGone);
        await connections.remove(connectionId);
      }),
    );
    const failed = ends.find((end) => end.status === 'rejected');
    if (failed) throw failed.reason;
    return { body: { closed: open.length } };
  };

const unlessGone = (error: Error): void => {
  if (error.name !== 'GoneException') throw error;
};
