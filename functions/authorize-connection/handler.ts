import { logger as log } from '@readout/runtime/logger.ts';
import { now, ticketsTable } from '@readout/runtime/wiring.ts';
import { authorizeConnection } from './authorize-connection.ts';

export const handler = authorizeConnection({ tickets: ticketsTable(), log, now });
