import { redshiftClient } from '@readout/runtime/clients.ts';
import { requireNumber } from '@readout/runtime/environment.ts';
import { logger as log } from '@readout/runtime/logger.ts';
import {
  datasetsTable,
  limitsTable,
  lineTable,
  now,
  runsTable,
  sharesTable,
  statementLeaving,
  statementsTable,
} from '@readout/runtime/wiring.ts';
import { asState } from '@readout/runtime/workflow-error.ts';
import { admitRun } from './admit-run.ts';
import { readBudgets } from './budgets.ts';

export const handler = asState(
  { log },
  admitRun({
    runs: runsTable(),
    statements: statementsTable(),
    shares: sharesTable(),
    limits: limitsTable(),
    line: lineTable(),
    datasets: datasetsTable(),
    log,
    leave: statementLeaving(redshiftClient()),
    budgets: readBudgets(process.env.DAILY_BUDGETS ?? ''),
    mostRows: requireNumber('MAX_ROWS'),
    queuedPerPerson: requireNumber('QUEUED_PER_PERSON'),
    timeoutSeconds: requireNumber('RUN_TIMEOUT_MINUTES') * 60,
    now,
  }),
);
