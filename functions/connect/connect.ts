import { type Caller, callerFromConnection } from '@readout/runtime/caller.ts';
import type { Connections } from '@readout/runtime/connections.ts';
import { failureOf } from '@readout/runtime/failure.ts';
import { inputsFromQuery } from '@readout/runtime/inputs.ts';
import { isLabel } from '@readout/runtime/label.ts';
import type { Log } from '@readout/runtime/logger.ts';
import type { SocketEvent } from '@readout/runtime/socket.ts';
import type { StartRun } from '@readout/runtime/start-run.ts';

interface Deps {
  connections: Pick<Connections, 'add' | 'remove'>;
  start: StartRun;
  log: Log;
  now(): Date;
}

interface ConnectEvent extends SocketEvent {
  multiValueQueryStringParameters?: Record<string, string[] | undefined> | null;
}

/** API Gateway ends a connection after two hours; in seconds. */
const LIFE = 2 * 3600;

/**
 * Records a new connection, and starts the run that its query string names. What the report thinks of the inputs
 * is the workflow's to say: its answer arrives on the connection, so bad input never refuses a handshake. A failure
 * of our own does, so that the client comes back with a new ticket.
 */
export const connect =
  (deps: Deps) =>
  async (event: ConnectEvent): Promise<{ statusCode: number }> => {
    const { connectionId, authorizer } = event.requestContext;
    try {
      const caller = callerFromConnection(authorizer, deps.now());
      await record(deps, connectionId, caller);
      await startNamedRun(deps, event, caller);
      return { statusCode: 200 };
    } catch (error) {
      await deps.connections
        .remove(connectionId)
        .catch((cause) => deps.log.warn('A row was left behind.', cause));
      return { statusCode: failureOf(error, deps.log).status };
    }
  };

const record = (
  { connections, now }: Deps,
  connectionId: string,
  { id, email, groups }: Caller,
): Promise<void> => {
  const at = now();
  return connections.add({
    connectionId,
    owner: id,
    email,
    groups,
    connectedAt: at.toISOString(),
    expiresAt: Math.floor(at.getTime() / 1000) + LIFE,
  });
};

/** A report that is given twice is no name, and so will not be found; a topic that is no label is left out. */
const startNamedRun = async ({ start }: Deps, event: ConnectEvent, caller: Caller): Promise<void> => {
  const { ticket: _used, report, topic, ...inputs } = event.multiValueQueryStringParameters ?? {};
  if (!report) return;
  const id = report.join(',');
  const label = topic?.join(',');
  await start({
    report: id,
    title: id,
    inputs: inputsFromQuery(inputs),
    ...(isLabel(label) && { topic: label }),
    caller,
  });
};
