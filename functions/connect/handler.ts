import { logger as log } from '@readout/runtime/logger.ts';
import { connectionsTable, now, runStarting } from '@readout/runtime/wiring.ts';
import { connect } from './connect.ts';

export const handler = connect({ connections: connectionsTable(), start: runStarting(), log, now });
