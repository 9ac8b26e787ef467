import {
  type ApiGatewayManagementApiClient,
  PostToConnectionCommand,
} from '@aws-sdk/client-apigatewaymanagementapi';
import type { Connection, Connections } from './connections.ts';
import type { ServerMessage } from './contracts.ts';

export interface AnnounceDeps {
  connections: Pick<Connections, 'of' | 'remove'>;
  sockets: ApiGatewayManagementApiClient;
  now(): Date;
  /** Resolves after so many milliseconds. */
  wait(milliseconds: number): Promise<void>;
}

/** Sends one message to every connection of its owner; answers how many there were. */
export type Announce = (owner: string, message: ServerMessage) => Promise<number>;

/** A connection cannot be written to before its $connect has been answered, which takes no longer than this. */
const YOUNG = 10_000;
const PAUSES = [100, 200, 400, 800, 1600];

/**
 * A connection that API Gateway says is gone (410) is forgotten, unless it is so young that it may not be open
 * yet: then it is tried again. When a connection cannot be reached for another reason the others still are, and
 * the error is thrown in the end, so that the caller may try all of it again.
 */
export const announcer =
  (deps: AnnounceDeps): Announce =>
  async (owner, message) => {
    const data = Buffer.from(JSON.stringify(message));
    const connections = await deps.connections.of(owner);
    const sent = await Promise.allSettled(connections.map((connection) => send(deps, connection, data)));
    const failed = sent.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []));
    if (failed.length > 0) throw failed[0];
    return sent.filter((result) => result.status === 'fulfilled' && result.value).length;
  };

/** Whether it arrived; a connection that is gone is forgotten. */
const send = async (deps: AnnounceDeps, connection: Connection, data: Uint8Array): Promise<boolean> => {
  const { connectionId, connectedAt } = connection;
  const young = deps.now().getTime() - Date.parse(connectedAt) < YOUNG;
  for (const pause of [...(young ? PAUSES : []), undefined]) {
    if (await delivered(deps.sockets, connectionId, data)) return true;
    if (pause !== undefined) await deps.wait(pause);
  }
  await deps.connections.remove(connectionId);
  return false;
};

/** Whether a message reached a connection; false for one that is gone. */
export const delivered = async (
  sockets: ApiGatewayManagementApiClient,
  connectionId: string,
  data: Uint8Array,
): Promise<boolean> => {
  try {
    await sockets.send(new PostToConnectionCommand({ ConnectionId: connectionId, Data: data }));
    return true;
  } catch (error) {
    if (error instanceof Error && error.name === 'GoneException') return false;
    throw error;
  }
};
