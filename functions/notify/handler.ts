import { redshiftClient } from '@readout/runtime/clients.ts';
import { logger as log } from '@readout/runtime/logger.ts';
import { now, runsTable, runTelling } from '@readout/runtime/wiring.ts';
import { asState } from '@readout/runtime/workflow-error.ts';
import { howStatementsEnd } from './how-it-ended.ts';
import { notify } from './notify.ts';

const howItEnded = howStatementsEnd({ redshift: redshiftClient(), now });

export const handler = asState({ log }, notify({ runs: runsTable(), howItEnded, tell: runTelling(), log }));
