import type { ServerMessage } from '@readout/runtime/contracts.ts';
import { WebSocket } from 'ws';
import { connection } from '../connection/connection.ts';
import type { Socket } from '../connection/line.ts';
import type { ReadoutError } from '../readout-error.ts';
import { manualTimer } from './manual-timer.ts';
import type { TestServer } from './server.ts';
import { until } from './until.ts';

/** In milliseconds. */
export const MINUTE = 60_000;

/** A connection to a server of the tests, everything that it says, and time that moves when a test says so. */
export function connectionTo(server: TestServer, { refuse = [] as ReadoutError[] } = {}) {
  const timer = manualTimer();
  const heard: ServerMessage[] = [];
  const states: string[] = [];
  const openings: ('anew' | 'renewed')[] = [];
  let tickets = 0;
  const line = connection({
    websocket: server.websocket,
    issueTicket: async () => {
      const refusal = refuse.shift();
      if (refusal) throw refusal;
      tickets += 1;
      return { ticket: `ticket+${tickets}`, expiresAt: '' };
    },
    onOpen: (renewed) => openings.push(renewed ? 'renewed' : 'anew'),
    onMessage: (message) => heard.push(message),
    openSocket: (url) => new WebSocket(url) as unknown as Socket,
    after: timer.after,
    now: timer.now,
    random: () => 0,
  });
  line.status.subscribe(() => states.push(line.status.get().state));
  const state = () => line.status.get().state;
  const opened = async () => {
    line.open();
    await until(() => state() === 'open');
  };
  /** So long passes, in which the server is heard of often enough. */
  const pass = async (milliseconds: number) => {
    for (let left = milliseconds; left > 0; left -= 4 * MINUTE) {
      server.say({ type: 'pong' });
      await until(() => heard.length > 0);
      heard.length = 0;
      timer.advance(Math.min(left, 4 * MINUTE));
    }
  };
  return { line, heard, states, openings, opened, pass, advance: timer.advance, state, sleep: timer.sleep };
}
