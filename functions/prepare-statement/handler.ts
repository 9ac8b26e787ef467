import { logger as log } from '@readout/runtime/logger.ts';
import { asState } from '@readout/runtime/workflow-error.ts';
import { prepareStatement } from './prepare-statement.ts';

export const handler = asState({ log }, prepareStatement);
