import { requireTimeZone } from '@readout/runtime/environment.ts';
import { logger as log } from '@readout/runtime/logger.ts';
import { asState } from '@readout/runtime/workflow-error.ts';
import { prepareStatement } from './prepare-statement.ts';

export const handler = asState({ log }, prepareStatement({ timeZone: requireTimeZone('REPORT_TIME_ZONE') }));
