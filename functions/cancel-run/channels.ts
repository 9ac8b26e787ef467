import type { Caller } from '@readout/runtime/caller.ts';
import type { ServerMessage } from '@readout/runtime/contracts.ts';
import { label } from '@readout/runtime/label.ts';
import type { RestAction } from '@readout/runtime/rest.ts';
import { type RunRecord, runMessage, toRun } from '@readout/runtime/run-record.ts';
import type { SocketRequest } from '@readout/runtime/socket.ts';
import { z } from 'zod';

type CancelRun = (caller: Caller, runId: string) => Promise<RunRecord>;

export const CancelMessage = z.strictObject({
  action: z.literal('cancel'),
  runId: z.string(),
  requestId: label.optional(),
});

/** `DELETE /runs/{runId}` */
export const overRest =
  (cancel: CancelRun): RestAction =>
  async ({ caller, path }) => ({ body: toRun(await cancel(caller, path.runId ?? '')) });

/** The message `cancel`. */
export const overSocket =
  (cancel: CancelRun) =>
  async ({ caller, message }: SocketRequest<z.output<typeof CancelMessage>>): Promise<ServerMessage> =>
    runMessage(await cancel(caller, message.runId));
