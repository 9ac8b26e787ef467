import { byChannel } from '@readout/runtime/channel.ts';
import { logger as log } from '@readout/runtime/logger.ts';
import { rest } from '@readout/runtime/rest.ts';
import { socket } from '@readout/runtime/socket.ts';
import { now, restSettings, runsTable } from '@readout/runtime/wiring.ts';
import { overRest, overSocket, SyncMessage } from './channels.ts';
import { listRuns } from './list-runs.ts';

const list = listRuns({ runs: runsTable() });

export const handler = byChannel({
  rest: rest(restSettings(), overRest(list)),
  socket: socket({ log, schema: SyncMessage, now }, overSocket(list)),
});
