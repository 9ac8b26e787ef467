import { byChannel } from '@readout/runtime/channel.ts';
import { objectClient } from '@readout/runtime/clients.ts';
import { optionalEnv, requireEnv, requireTimeZone } from '@readout/runtime/environment.ts';
import { logger as log } from '@readout/runtime/logger.ts';
import { rest } from '@readout/runtime/rest.ts';
import { socket } from '@readout/runtime/socket.ts';
import { templatesIn } from '@readout/runtime/templates.ts';
import { now, restSettings, runStarting } from '@readout/runtime/wiring.ts';
import { overRest, overSocket, RunMessage } from './channels.ts';
import { runReport } from './run-report.ts';

const readTemplate = templatesIn(objectClient(), requireEnv('TEMPLATE_BUCKET'));
const canMail = optionalEnv('MAIL_FROM') !== undefined;
const timeZone = requireTimeZone('REPORT_TIME_ZONE');
const run = runReport({ readTemplate, start: runStarting(), canMail, timeZone, now });

export const handler = byChannel({
  rest: rest(restSettings(), overRest(run)),
  socket: socket({ log, schema: RunMessage, now }, overSocket(run)),
});
