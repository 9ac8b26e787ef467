import { randomBytes } from 'node:crypto';
import { rest } from '@readout/runtime/rest.ts';
import { now, restSettings, ticketsTable } from '@readout/runtime/wiring.ts';
import { issueTicket } from './issue-ticket.ts';

const newTicket = (): string => randomBytes(32).toString('base64url');

export const handler = rest(restSettings(), issueTicket({ tickets: ticketsTable(), newTicket, now }));
