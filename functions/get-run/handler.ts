import { documentClient } from '@readout/runtime/clients.ts';
import { requireEnv } from '@readout/runtime/environment.ts';
import { logger as log } from '@readout/runtime/logger.ts';
import { rest } from '@readout/runtime/rest.ts';
import { Runs } from '@readout/runtime/runs.ts';
import { getRun } from './get-run.ts';

export const handler = rest(
  { log, pageOrigin: requireEnv('PAGE_ORIGIN'), clientId: requireEnv('USER_POOL_CLIENT_ID') },
  getRun({ runs: new Runs(documentClient(), requireEnv('RUNS_TABLE')) }),
);
