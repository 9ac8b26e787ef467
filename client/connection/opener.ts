import type { ServerMessage, Ticket } from '@readout/runtime/contracts.ts';
import { asReadoutError, ReadoutError } from '../readout-error.ts';
import type { After } from '../timer.ts';
import { backoff } from './backoff.ts';
import { followLine, type Line, type Socket } from './line.ts';

/** So many handshakes in a row that fail, while the server issues tickets, mean that something is in their way. */
const BLOCKED_AFTER = 2;

export interface OpenerDeps {
  websocket: string;
  issueTicket: () => Promise<Ticket>;
  openSocket: (url: string) => Socket;
  after: After;
  /** [0, 1) */
  random: () => number;
  onOpen: (line: Line) => void;
  onMessage: (line: Line, message: ServerMessage) => void;
  /** A line that was open is over. */
  onLost: (line: Line, why: string) => void;
  /** A try failed; the next one follows by itself, unless `stop` is called. */
  onFailure: (error: ReadoutError) => void;
}

export interface Opener {
  /** Tries until a line is open; does nothing while it tries already. */
  start(): void;
  /** The same after a wait: the loss of an open line counts as a try that failed. */
  startAgain(): void;
  /** Does not wait for the next try any longer. */
  hurry(): void;
  stop(): void;
  /** Tries in a row that failed. */
  failures(): number;
  /** The server answers, but no handshake comes about. */
  isBlocked(): boolean;
}

/** Opens lines, one at a time, each with a ticket of its own, and waits longer after each failure. */
export function opener(deps: OpenerDeps): Opener {
  /** A try that is under way or being waited for. */
  let attempt: { hurry: () => void; end: () => void } | undefined;
  let failures = 0;
  let blocked = 0;

  async function connect() {
    let over = false;
    const end = () => {
      over = true;
    };
    attempt = { hurry: () => {}, end };
    try {
      const { ticket } = await deps.issueTicket();
      if (!over) shakeHands(ticket);
    } catch (thrown) {
      blocked = 0;
      if (!over) fail(asReadoutError(thrown));
    }
  }

  function shakeHands(ticket: string) {
    let opened = false;
    const line = followLine({
      socket: deps.openSocket(`${deps.websocket}?ticket=${encodeURIComponent(ticket)}`),
      after: deps.after,
      onOpen() {
        opened = true;
        attempt = undefined;
        failures = blocked = 0;
        deps.onOpen(line);
      },
      onMessage: (message) => deps.onMessage(line, message),
      onLost(why) {
        if (opened) return deps.onLost(line, why);
        blocked += 1;
        fail(new ReadoutError('Offline', why));
      },
    });
    attempt = { hurry: () => {}, end: line.end };
  }

  function fail(error: ReadoutError) {
    startAgain();
    deps.onFailure(error);
  }

  function startAgain() {
    const cancel = deps.after(backoff(failures, deps.random), connect);
    failures += 1;
    attempt = {
      hurry() {
        cancel();
        void connect();
      },
      end: cancel,
    };
  }

  return {
    start: () => void (attempt ?? connect()),
    startAgain: () => void (attempt ?? startAgain()),
    hurry: () => attempt?.hurry(),
    stop() {
      attempt?.end();
      attempt = undefined;
      failures = blocked = 0;
    },
    failures: () => failures,
    isBlocked: () => blocked >= BLOCKED_AFTER,
  };
}
