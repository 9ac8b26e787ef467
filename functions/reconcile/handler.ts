import { objectClient, redshiftClient, socketClient } from '@readout/runtime/clients.ts';
import { requireEnv } from '@readout/runtime/environment.ts';
import { logger as log } from '@readout/runtime/logger.ts';
import { statementEnd, wrapUp } from '@readout/runtime/statements/end-statement.ts';
import { faultInReport } from '@readout/runtime/statements/fault-in-report.ts';
import { howStatementsEnd } from '@readout/runtime/statements/how-it-ended.ts';
import { templatesIn } from '@readout/runtime/templates.ts';
import {
  connectionsTable,
  now,
  runLaunching,
  statementEnding,
  statementLeaving,
} from '@readout/runtime/wiring.ts';
import { askRedshift } from './ask-redshift.ts';
import { reconcile } from './reconcile.ts';
import { relauncher } from './relaunch.ts';
import { tendConnections } from './tend-connections.ts';
import { tendRuns } from './tend-runs.ts';
import { tendStatements } from './tend-statements.ts';

const redshift = redshiftClient();
const ending = statementEnding();
const relaunch = relauncher({ runs: ending.runs, launch: runLaunching() });
const readTemplate = templatesIn(objectClient(), requireEnv('TEMPLATE_BUCKET'));
const deps = { ...ending, relaunch, log };

export const handler = reconcile({
  log,
  tasks: [
    tendStatements({
      ...deps,
      warehouse: askRedshift(redshift, requireEnv('STACK_NAME')),
      howItEnded: howStatementsEnd({
        redshift,
        faultInReport: faultInReport({ ...ending, readTemplate, log }),
        now,
      }),
      end: statementEnd(ending),
      wrapUp: wrapUp(ending),
      leave: statementLeaving(redshift),
    }),
    tendRuns(deps),
    tendConnections({ connections: connectionsTable(), sockets: socketClient(), log, now }),
  ],
});
