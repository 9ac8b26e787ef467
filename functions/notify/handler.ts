import { redshiftClient } from '@readout/runtime/clients.ts';
import { logger as log } from '@readout/runtime/logger.ts';
import { statementEnd } from '@readout/runtime/statements/end-statement.ts';
import { howStatementsEnd } from '@readout/runtime/statements/how-it-ended.ts';
import { now, statementEnding } from '@readout/runtime/wiring.ts';
import { asState } from '@readout/runtime/workflow-error.ts';
import { notify } from './notify.ts';

const ending = statementEnding();
const howItEnded = howStatementsEnd({ redshift: redshiftClient(), now });

export const handler = asState({ log }, notify({ ...ending, end: statementEnd(ending), howItEnded, log }));
