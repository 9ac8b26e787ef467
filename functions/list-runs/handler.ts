import { byChannel } from '@readout/runtime/channel.ts';
import { documentClient } from '@readout/runtime/clients.ts';
import { requireEnv } from '@readout/runtime/environment.ts';
import { logger as log } from '@readout/runtime/logger.ts';
import { rest } from '@readout/runtime/rest.ts';
import { Runs } from '@readout/runtime/runs.ts';
import { socket } from '@readout/runtime/socket.ts';
import { overRest, overSocket, SyncMessage } from './channels.ts';
import { listRuns } from './list-runs.ts';

const list = listRuns({ runs: new Runs(documentClient(), requireEnv('RUNS_TABLE')) });
const settings = { log, pageOrigin: requireEnv('PAGE_ORIGIN'), clientId: requireEnv('USER_POOL_CLIENT_ID') };

export const handler = byChannel({
  rest: rest(settings, overRest(list)),
  socket: socket({ log, schema: SyncMessage }, overSocket(list)),
});
