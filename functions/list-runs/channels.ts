import type { Caller } from '@readout/runtime/caller.ts';
import type { RunList, ServerMessage } from '@readout/runtime/contracts.ts';
import { label } from '@readout/runtime/label.ts';
import type { RestAction } from '@readout/runtime/rest.ts';
import type { SocketRequest } from '@readout/runtime/socket.ts';
import { z } from 'zod';
import type { Stretch } from './list-runs.ts';

type ListRuns = (caller: Caller, stretch: Stretch) => Promise<RunList>;

export const SyncMessage = z.strictObject({
  action: z.literal('sync'),
  since: z.string().optional(),
  requestId: label.optional(),
});

/** `GET /runs?since=&before=` */
export const overRest =
  (list: ListRuns): RestAction =>
  async ({ caller, query }) => ({ body: await list(caller, { since: query.since, before: query.before }) });

/** The message `sync`. */
export const overSocket =
  (list: ListRuns) =>
  async ({ caller, message }: SocketRequest<z.output<typeof SyncMessage>>): Promise<ServerMessage> => ({
    type: 'sync',
    ...(await list(caller, { since: message.since })),
  });
