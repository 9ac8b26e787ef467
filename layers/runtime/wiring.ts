import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { announcer } from './announce.ts';
import { documentClient, socketClient, statesClient } from './clients.ts';
import { Connections } from './connections.ts';
import { requireEnv } from './environment.ts';
import { logger as log } from './logger.ts';
import type { RestSettings } from './rest.ts';
import { Runs } from './runs.ts';
import { type StartRun, startRun } from './start-run.ts';
import { runTeller, type TellRun } from './tell-run.ts';
import { Tickets } from './tickets.ts';

/*
 * The parts that more than one handler.ts is wired from, each with the environment variables that it needs. Only a
 * handler.ts may use this file: everything else is given what it needs.
 */

let shared: DynamoDBDocumentClient | undefined;
const documents = (): DynamoDBDocumentClient => {
  shared ??= documentClient();
  return shared;
};

export const now = (): Date => new Date();

export const restSettings = (): RestSettings => ({
  log,
  pageOrigin: requireEnv('PAGE_ORIGIN'),
  clientId: requireEnv('USER_POOL_CLIENT_ID'),
});

export const runsTable = (): Runs => new Runs(documents(), requireEnv('RUNS_TABLE'));
export const connectionsTable = (): Connections =>
  new Connections(documents(), requireEnv('CONNECTIONS_TABLE'));
export const ticketsTable = (): Tickets => new Tickets(documents(), requireEnv('TICKETS_TABLE'));

/** How a run is started: `startRun` with the workflow that the template names. */
export const runStarting = (): StartRun =>
  startRun({
    runs: runsTable(),
    states: statesClient(),
    workflowArn: requireEnv('WORKFLOW_ARN'),
    log,
    newId: randomUUID,
    now,
  });

/** How a run's owner is told: over the connections in their table. */
export const runTelling = (): TellRun =>
  runTeller({
    runs: runsTable(),
    announce: announcer({ connections: connectionsTable(), sockets: socketClient(), now, wait }),
  });
