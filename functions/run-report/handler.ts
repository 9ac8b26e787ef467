import { randomUUID } from 'node:crypto';
import { byChannel } from '@readout/runtime/channel.ts';
import { documentClient, objectClient, statesClient } from '@readout/runtime/clients.ts';
import { requireEnv } from '@readout/runtime/environment.ts';
import { logger as log } from '@readout/runtime/logger.ts';
import { rest } from '@readout/runtime/rest.ts';
import { Runs } from '@readout/runtime/runs.ts';
import { socket } from '@readout/runtime/socket.ts';
import { startRun } from '@readout/runtime/start-run.ts';
import { templatesIn } from '@readout/runtime/templates.ts';
import { overRest, overSocket, RunMessage } from './channels.ts';
import { runReport } from './run-report.ts';

const runs = new Runs(documentClient(), requireEnv('RUNS_TABLE'));
const workflowArn = requireEnv('WORKFLOW_ARN');
const now = (): Date => new Date();
const start = startRun({ runs, states: statesClient(), workflowArn, log, newId: randomUUID, now });
const run = runReport({ readTemplate: templatesIn(objectClient(), requireEnv('TEMPLATE_BUCKET')), start });
const settings = { log, pageOrigin: requireEnv('PAGE_ORIGIN'), clientId: requireEnv('USER_POOL_CLIENT_ID') };

export const handler = byChannel({
  rest: rest(settings, overRest(run)),
  socket: socket({ log, schema: RunMessage }, overSocket(run)),
});
