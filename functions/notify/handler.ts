import { objectClient, redshiftClient } from '@readout/runtime/clients.ts';
import { requireEnv } from '@readout/runtime/environment.ts';
import { logger as log } from '@readout/runtime/logger.ts';
import { statementEnd } from '@readout/runtime/statements/end-statement.ts';
import { faultInReport } from '@readout/runtime/statements/fault-in-report.ts';
import { howStatementsEnd } from '@readout/runtime/statements/how-it-ended.ts';
import { templatesIn } from '@readout/runtime/templates.ts';
import { now, statementEnding } from '@readout/runtime/wiring.ts';
import { asState } from '@readout/runtime/workflow-error.ts';
import { notify } from './notify.ts';

const ending = statementEnding();
const readTemplate = templatesIn(objectClient(), requireEnv('TEMPLATE_BUCKET'));
const howItEnded = howStatementsEnd({
  redshift: redshiftClient(),
  faultInReport: faultInReport({ ...ending, readTemplate, log }),
  now,
});

export const handler = asState({ log }, notify({ ...ending, end: statementEnd(ending), howItEnded, log }));
