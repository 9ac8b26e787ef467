import type { ApiGatewayManagementApiClient } from '@aws-sdk/client-apigatewaymanagementapi';
import { delivered } from './announce.ts';
import type { Connection, Connections } from './connections.ts';
import type { ServerMessage } from './contracts.ts';
import type { Log } from './logger.ts';

export interface BroadcastDeps {
  connections: Pick<Connections, 'all'>;
  sockets: ApiGatewayManagementApiClient;
  log: Log;
}

/** Sends every open connection the message that is for it, or none; `open` is how many there are. */
export type Broadcast = (
  messageFor: (connection: Connection, open: number) => ServerMessage | undefined,
) => Promise<void>;

/** Of each open page's share of the time in which all of them ask again, in milliseconds: 500 a second. */
const ASKING = 2;

/** Milliseconds over which so many open pages are to spread their asking. */
export const timeToAsk = (open: number): number => open * ASKING;

/** Posts under way at the same time. */
const AT_ONCE = 25;

/** A connection that cannot be reached misses it, and reads anew when its page opens a view. */
export const broadcaster =
  ({ connections, sockets, log }: BroadcastDeps): Broadcast =>
  async (messageFor) => {
    const waiting = await connections.all();
    const open = waiting.length;
    let missed = 0;
    const send = async (): Promise<void> => {
      for (let next = waiting.pop(); next; next = waiting.pop()) {
        const message = messageFor(next, open);
        if (!message) continue;
        const data = Buffer.from(JSON.stringify(message));
        await delivered(sockets, next.connectionId, data).catch(() => missed++);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, send));
    if (missed > 0) log.warn('Connections could not be told.', { missed });
  };
