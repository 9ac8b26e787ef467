import { randomBytes } from 'node:crypto';
import { documentClient } from '@readout/runtime/clients.ts';
import { requireEnv } from '@readout/runtime/environment.ts';
import { logger as log } from '@readout/runtime/logger.ts';
import { rest } from '@readout/runtime/rest.ts';
import { Tickets } from '@readout/runtime/tickets.ts';
import { issueTicket } from './issue-ticket.ts';

export const handler = rest(
  { log, pageOrigin: requireEnv('PAGE_ORIGIN'), clientId: requireEnv('USER_POOL_CLIENT_ID') },
  issueTicket({
    tickets: new Tickets(documentClient(), requireEnv('TICKETS_TABLE')),
    newTicket: () => randomBytes(32).toString('base64url'),
    now: () => new Date(),
  }),
);
