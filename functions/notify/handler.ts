import { setTimeout as wait } from 'node:timers/promises';
import { announcer } from '@readout/runtime/announce.ts';
import { documentClient, redshiftClient, socketClient } from '@readout/runtime/clients.ts';
import { Connections } from '@readout/runtime/connections.ts';
import { requireEnv } from '@readout/runtime/environment.ts';
import { logger as log } from '@readout/runtime/logger.ts';
import { Runs } from '@readout/runtime/runs.ts';
import { runTeller } from '@readout/runtime/tell-run.ts';
import { asState } from '@readout/runtime/workflow-error.ts';
import { howStatementsEnd } from './how-it-ended.ts';
import { notify } from './notify.ts';

const db = documentClient();
const now = (): Date => new Date();
const runs = new Runs(db, requireEnv('RUNS_TABLE'));
const connections = new Connections(db, requireEnv('CONNECTIONS_TABLE'));
const announce = announcer({ connections, sockets: socketClient(), now, wait });
const howItEnded = howStatementsEnd({ redshift: redshiftClient(), now });

export const handler = asState(
  { log },
  notify({ runs, howItEnded, tell: runTeller({ runs, announce }), log }),
);
