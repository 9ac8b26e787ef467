import { byChannel } from '@readout/runtime/channel.ts';
import { redshiftClient } from '@readout/runtime/clients.ts';
import { logger as log } from '@readout/runtime/logger.ts';
import { rest } from '@readout/runtime/rest.ts';
import { socket } from '@readout/runtime/socket.ts';
import { now, restSettings, runsTable, runTelling, statementLeaving } from '@readout/runtime/wiring.ts';
import { cancelRun } from './cancel-run.ts';
import { CancelMessage, overRest, overSocket } from './channels.ts';

const cancel = cancelRun({
  runs: runsTable(),
  leave: statementLeaving(redshiftClient()),
  tell: runTelling(),
  now,
});

export const handler = byChannel({
  rest: rest(restSettings(), overRest(cancel)),
  socket: socket({ log, schema: CancelMessage, now }, overSocket(cancel)),
});
