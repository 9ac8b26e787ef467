import type { Ticket } from '@readout/runtime/contracts.ts';
import type { RestAction } from '@readout/runtime/rest.ts';
import type { Tickets } from '@readout/runtime/tickets.ts';

interface Deps {
  tickets: Pick<Tickets, 'add'>;
  /** 256 random bits as text that needs no escaping in a URL. */
  newTicket(): string;
  now(): Date;
}

/** How long a ticket is good for, in seconds. */
const LIFE = 60;

/**
 * Gives a person a one-use pass for the WebSocket handshake, because a browser cannot send headers with it and a
 * token in its URL would stand in access logs for an hour.
 */
export const issueTicket =
  ({ tickets, newTicket, now }: Deps): RestAction =>
  async ({ caller }) => {
    const ticket = newTicket();
    const expiresAt = Math.floor(now().getTime() / 1000) + LIFE;
    await tickets.add(ticket, caller, expiresAt);
    const body: Ticket = { ticket, expiresAt: new Date(expiresAt * 1000).toISOString() };
    return { body };
  };
