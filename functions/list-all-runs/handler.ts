import { requireEnv } from '@readout/runtime/environment.ts';
import { rest } from '@readout/runtime/rest.ts';
import { now, restSettings, runsTable } from '@readout/runtime/wiring.ts';
import { listAllRuns } from './list-all-runs.ts';

export const handler = rest(
  restSettings(),
  listAllRuns({ runs: runsTable(), operatorGroup: requireEnv('OPERATOR_GROUP'), now }),
);
