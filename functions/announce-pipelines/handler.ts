import { setTimeout as wait } from 'node:timers/promises';
import { broadcaster } from '@readout/runtime/broadcast.ts';
import { documentClient, objectClient, socketClient } from '@readout/runtime/clients.ts';
import { requireEnv } from '@readout/runtime/environment.ts';
import { logger as log } from '@readout/runtime/logger.ts';
import { pipelinesIn } from '@readout/runtime/pipeline/pipelines-in.ts';
import { SavedFiles } from '@readout/runtime/saved-files.ts';
import { connectionsTable, now } from '@readout/runtime/wiring.ts';
import { announcePipelines } from './announce-pipelines.ts';

export const handler = announcePipelines({
  saved: new SavedFiles(documentClient(), requireEnv('SAVED_FILES_TABLE'), 'pipelines'),
  folders: pipelinesIn(objectClient(), requireEnv('TEMPLATE_BUCKET')),
  operatorGroup: requireEnv('OPERATOR_GROUP'),
  broadcast: broadcaster({ connections: connectionsTable(), sockets: socketClient(), log }),
  log,
  now,
  wait,
});
