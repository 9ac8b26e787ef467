import type { ServerMessage } from '@readout/runtime/contracts.ts';
import { GivenInputs } from '@readout/runtime/given-inputs.ts';
import { label } from '@readout/runtime/label.ts';
import { parse } from '@readout/runtime/parse.ts';
import type { RestAction } from '@readout/runtime/rest.ts';
import { runMessage, toRun } from '@readout/runtime/run-record.ts';
import type { SocketRequest } from '@readout/runtime/socket.ts';
import { z } from 'zod';
import type { RunReport } from './run-report.ts';

/** The body of `POST /reports/{report}/runs`. */
const RunBody = z.strictObject({
  inputs: GivenInputs,
  topic: label.optional(),
  requestId: label.optional(),
  fresh: z.boolean().optional(),
  email: z.boolean().optional(),
});

export const RunMessage = z.strictObject({ action: z.literal('run'), report: z.string(), ...RunBody.shape });

/** `POST /reports/{report}/runs`; the run's address is relative to the request's, whatever the stage or domain. */
export const overRest =
  (run: RunReport): RestAction =>
  async ({ caller, path, body }) => {
    const record = await run({ ...parse(RunBody, body()), report: path.report ?? '', caller });
    return { status: 202, headers: { location: `../../runs/${record.runId}` }, body: toRun(record) };
  };

/** The message `run`. */
export const overSocket =
  (run: RunReport) =>
  async ({ caller, message }: SocketRequest<z.output<typeof RunMessage>>): Promise<ServerMessage> => {
    const { action: _action, ...request } = message;
    return runMessage(await run({ ...request, caller }));
  };
