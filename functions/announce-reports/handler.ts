import { setTimeout as wait } from 'node:timers/promises';
import { broadcaster } from '@readout/runtime/broadcast.ts';
import { documentClient, objectClient, socketClient } from '@readout/runtime/clients.ts';
import { requireEnv } from '@readout/runtime/environment.ts';
import { logger as log } from '@readout/runtime/logger.ts';
import { SavedFiles } from '@readout/runtime/saved-files.ts';
import { dashboardsIn, templatesIn } from '@readout/runtime/templates.ts';
import { connectionsTable, now } from '@readout/runtime/wiring.ts';
import { announceReports } from './announce-reports.ts';

const objects = objectClient();
const bucket = requireEnv('TEMPLATE_BUCKET');

export const handler = announceReports({
  saved: new SavedFiles(documentClient(), requireEnv('SAVED_FILES_TABLE'), 'reports'),
  read: { report: templatesIn(objects, bucket), dashboard: dashboardsIn(objects, bucket) },
  broadcast: broadcaster({ connections: connectionsTable(), sockets: socketClient(), log }),
  log,
  now,
  wait,
});
