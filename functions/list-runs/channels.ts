import type { Caller } from '@readout/runtime/caller.ts';
import type { RunList, ServerMessage } from '@readout/runtime/contracts.ts';
import { label } from '@readout/runtime/label.ts';
import type { RestAction } from '@readout/runtime/rest.ts';
import type { SocketRequest } from '@readout/runtime/socket.ts';
import { z } from 'zod';

type ListRuns = (caller: Caller, since: string | undefined) => Promise<RunList>;

export const SyncMessage = z.strictObject({
  action: z.literal('sync'),
  since: z.string().optional(),
  requestId: label.optional(),
});

/** `GET /runs?since=` */
export const overRest =
  (list: ListRuns): RestAction =>
  async ({ caller, query }) => ({ body: await list(caller, query.since) });

/** The message `sync`. */
export const overSocket =
  (list: ListRuns) =>
  async ({ caller, message }: SocketRequest<z.output<typeof SyncMessage>>): Promise<ServerMessage> => ({
    type: 'sync',
    ...(await list(caller, message.since)),
  });
