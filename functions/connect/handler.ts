import { randomUUID } from 'node:crypto';
import { documentClient, statesClient } from '@readout/runtime/clients.ts';
import { Connections } from '@readout/runtime/connections.ts';
import { requireEnv } from '@readout/runtime/environment.ts';
import { logger as log } from '@readout/runtime/logger.ts';
import { Runs } from '@readout/runtime/runs.ts';
import { startRun } from '@readout/runtime/start-run.ts';
import { connect } from './connect.ts';

const db = documentClient();
const now = (): Date => new Date();
const runs = new Runs(db, requireEnv('RUNS_TABLE'));
const workflowArn = requireEnv('WORKFLOW_ARN');

export const handler = connect({
  connections: new Connections(db, requireEnv('CONNECTIONS_TABLE')),
  start: startRun({ runs, states: statesClient(), workflowArn, log, newId: randomUUID, now }),
  log,
  now,
});
