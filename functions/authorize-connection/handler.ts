import { documentClient } from '@readout/runtime/clients.ts';
import { requireEnv } from '@readout/runtime/environment.ts';
import { logger as log } from '@readout/runtime/logger.ts';
import { Tickets } from '@readout/runtime/tickets.ts';
import { authorizeConnection } from './authorize-connection.ts';

export const handler = authorizeConnection({
  tickets: new Tickets(documentClient(), requireEnv('TICKETS_TABLE')),
  log,
  now: () => new Date(),
});
