import { setTimeout as wait } from 'node:timers/promises';
import { announcer } from '@readout/runtime/announce.ts';
import { byChannel } from '@readout/runtime/channel.ts';
import { documentClient, redshiftClient, socketClient } from '@readout/runtime/clients.ts';
import { Connections } from '@readout/runtime/connections.ts';
import { requireEnv } from '@readout/runtime/environment.ts';
import { logger as log } from '@readout/runtime/logger.ts';
import { rest } from '@readout/runtime/rest.ts';
import { Runs } from '@readout/runtime/runs.ts';
import { socket } from '@readout/runtime/socket.ts';
import { runTeller } from '@readout/runtime/tell-run.ts';
import { cancelRun } from './cancel-run.ts';
import { CancelMessage, overRest, overSocket } from './channels.ts';

const db = documentClient();
const now = (): Date => new Date();
const runs = new Runs(db, requireEnv('RUNS_TABLE'));
const connections = new Connections(db, requireEnv('CONNECTIONS_TABLE'));
const tell = runTeller({ runs, announce: announcer({ connections, sockets: socketClient(), now, wait }) });
const cancel = cancelRun({ runs, redshift: redshiftClient(), tell, now });
const settings = { log, pageOrigin: requireEnv('PAGE_ORIGIN'), clientId: requireEnv('USER_POOL_CLIENT_ID') };

export const handler = byChannel({
  rest: rest(settings, overRest(cancel)),
  socket: socket({ log, schema: CancelMessage }, overSocket(cancel)),
});
