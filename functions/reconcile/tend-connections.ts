import {
  type ApiGatewayManagementApiClient,
  DeleteConnectionCommand,
  GetConnectionCommand,
} from '@aws-sdk/client-apigatewaymanagementapi';
import type { Connection, Connections } from '@readout/runtime/connections.ts';
import type { Log } from '@readout/runtime/logger.ts';
import { tryEach } from '@readout/runtime/try-each.ts';
import type { Task } from './reconcile.ts';

export interface TendConnectionsDeps {
  connections: Pick<Connections, 'all' | 'remove'>;
  sockets: ApiGatewayManagementApiClient;
  log: Log;
  now(): Date;
}

/** API Gateway ends a connection that says nothing for ten minutes; what it missed is ended here. In milliseconds. */
const SILENCE = 11 * 60_000;
/** Each connection is looked at once in so many minutes. */
const ROUND = 10;

/** Connections that went silent, or whose end nobody was told of. */
export const tendConnections = (deps: TendConnectionsDeps): Task => ({
  name: 'Connections',
  run: async () => {
    const turn = Math.floor(deps.now().getTime() / 60_000) % ROUND;
    const due = (await deps.connections.all()).filter((one) => turnOf(one) === turn);
    const failures = await tryEach(
      deps.log,
      due,
      (connection) => tend(deps, connection),
      ({ connectionId }) => `The connection ${connectionId}`,
    );
    if (failures > 0) throw new Error(`${failures} connections could not be reconciled.`);
  },
});

const tend = async (
  { connections, sockets, now }: TendConnectionsDeps,
  { connectionId, expiresAt }: Connection,
) => {
  const lastActiveAt = await lastHeard(sockets, connectionId);
  const silent = lastActiveAt && now().getTime() - lastActiveAt.getTime() > SILENCE;
  const late = expiresAt * 1000 < now().getTime();
  if (lastActiveAt && !silent && !late) return;
  if (lastActiveAt)
    await unlessGone(sockets.send(new DeleteConnectionCommand({ ConnectionId: connectionId })));
  await connections.remove(connectionId);
};

/** Undefined for a connection that is gone. */
const lastHeard = async (
  sockets: ApiGatewayManagementApiClient,
  ConnectionId: string,
): Promise<Date | undefined> => {
  const found = await unlessGone(sockets.send(new GetConnectionCommand({ ConnectionId })));
  return found && (found.LastActiveAt ?? found.ConnectedAt ?? new Date(0));
};

const unlessGone = async <Answer>(asked: Promise<Answer>): Promise<Answer | undefined> => {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof Error && error.name === 'GoneException') return undefined;
    throw error;
  }
};

/** The minute of the round in which a connection is looked at. */
const turnOf = ({ connectedAt }: Connection): number => Math.floor(Date.parse(connectedAt) / 1000) % ROUND;
