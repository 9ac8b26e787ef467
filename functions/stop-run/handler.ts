import { redshiftClient } from '@readout/runtime/clients.ts';
import { requireEnv } from '@readout/runtime/environment.ts';
import { logger as log } from '@readout/runtime/logger.ts';
import { rest } from '@readout/runtime/rest.ts';
import { statementEnd } from '@readout/runtime/statements/end-statement.ts';
import { statementStopper } from '@readout/runtime/statements/stop-for-all.ts';
import { now, restSettings, statementEnding, statementLeaving } from '@readout/runtime/wiring.ts';
import { stopRun } from './stop-run.ts';

const redshift = redshiftClient();
const ending = statementEnding();

export const handler = rest(
  restSettings(),
  stopRun({
    ...ending,
    stop: statementStopper({ ...ending, end: statementEnd(ending), redshift }),
    leave: statementLeaving(redshift),
    log,
    operatorGroup: requireEnv('OPERATOR_GROUP'),
    now,
  }),
);
