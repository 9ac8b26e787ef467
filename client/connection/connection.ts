import type { ClientMessage, ServerMessage } from '@readout/runtime/contracts.ts';
import { type Observable, subject } from '../observable.ts';
import { ReadoutError } from '../readout-error.ts';
import type { Line } from './line.ts';
import { type OpenerDeps, opener } from './opener.ts';

/** The rights of a connection last an hour, and API Gateway ends every connection after two. */
const RENEW_AFTER_MS = 50 * 60_000;
/** Pages that were opened in one minute, after an outage, are not renewed in one. */
const RENEW_SPREAD_MS = 5 * 60_000;
/** As long as an answer may take: until then it may still come over the line that it was asked on. */
const FORMER_STAYS_MS = 30_000;
/** A line this young has rights; when they are refused all the same, another one fares no better. */
const FRESH_MS = 60_000;

/** `asking`: WebSockets do not come about here, but the server answers; they are tried again all the while. */
export type ConnectionState = 'closed' | 'connecting' | 'open' | 'reconnecting' | 'asking';

export interface ConnectionStatus {
  state: ConnectionState;
  /** Why the last try failed. */
  error?: ReadoutError;
  /** Tries in a row that failed; losing an open connection counts as the first. */
  failures?: number;
}

export interface ConnectionDeps
  extends Pick<OpenerDeps, 'websocket' | 'issueTicket' | 'openSocket' | 'after' | 'random'> {
  /** `renewed`: it takes the place of an open one, which goes on answering what was asked over it. */
  onOpen: (renewed: boolean) => void;
  onMessage: (message: ServerMessage) => void;
  /** Epoch milliseconds. */
  now: () => number;
}

export interface Connection {
  status: Observable<ConnectionStatus>;
  /** Opens and stays open: a lost connection is opened again, and one that grows old is replaced, until `close`. */
  open(): void;
  close(): void;
  /** False when it is not open: nothing was sent. */
  send(message: ClientMessage): boolean;
  /** Finds out whether it still lives; goes at once to the next try when one is being waited for. */
  check(): void;
}

/**
 * The page's one WebSocket, which is at times two: before its rights end the next one is opened beside it, so that
 * nothing is missed in between.
 */
export function connection({ onOpen, onMessage, now, ...deps }: ConnectionDeps): Connection {
  const status = subject<ConnectionStatus>({ state: 'closed' });
  /** The line that messages go over. */
  let live: { line: Line; openedAt: number; cancelRenewal: () => void } | undefined;
  let endFormer = () => {};
  /** What was refused because its line's rights were over; it goes over the next one. */
  let again: ClientMessage[] = [];
  const tries = opener({ ...deps, onOpen: adopt, onMessage: hear, onLost: lose, onFailure: miss });

  function adopt(line: Line) {
    const renewed = live !== undefined;
    retire();
    const cancelRenewal = deps.after(RENEW_AFTER_MS - RENEW_SPREAD_MS * deps.random(), tries.start);
    live = { line, openedAt: now(), cancelRenewal };
    if (!renewed) status.set({ state: 'open' });
    onOpen(renewed);
    for (const message of again.splice(0)) line.send(message);
  }

  function retire() {
    if (!live) return;
    const { line, cancelRenewal } = live;
    cancelRenewal();
    endFormer();
    const cancel = deps.after(FORMER_STAYS_MS, line.end);
    endFormer = () => {
      cancel();
      line.end();
    };
  }

  function hear(line: Line, message: ServerMessage) {
    const isRefusal = message.type === 'error' && message.name === 'Unauthorized';
    if (!isRefusal || isFresh(line)) return onMessage(message);
    const refused = line.unanswered(message.requestId);
    if (line !== live?.line) return refused && live?.line.send(refused);
    if (refused) again.push(refused);
    deps.after(FORMER_STAYS_MS, () => {
      again = again.filter((one) => one !== refused); // nobody waits for its answer any longer
    });
    tries.start();
    if (tries.failures() > 0) lose(line, message.message); // no other one comes about, and this one is of no more use
  }

  const isFresh = (line: Line) => line === live?.line && now() - live.openedAt < FRESH_MS;

  function lose(line: Line, why: string) {
    if (line !== live?.line) return;
    live.cancelRenewal();
    live = undefined;
    line.end();
    again = [];
    tries.startAgain();
    tell(new ReadoutError('Offline', why));
  }

  /** An expired sign-in is not cured by waiting; everything else may be. */
  function miss(error: ReadoutError) {
    if (error.name === 'Unauthorized') shut(error);
    else if (!live) tell(error);
  }

  function tell(error: ReadoutError) {
    status.set({ state: tries.isBlocked() ? 'asking' : 'reconnecting', error, failures: tries.failures() });
  }

  function shut(error?: ReadoutError) {
    tries.stop();
    retire();
    endFormer();
    live = undefined;
    again = [];
    status.set({ state: 'closed', error });
  }

  return {
    status,
    open() {
      if (status.get().state !== 'closed') return;
      status.set({ state: 'connecting' });
      tries.start();
    },
    close: () => shut(),
    send(message) {
      live?.line.send(message);
      return live !== undefined;
    },
    check() {
      if (live && now() - live.openedAt >= RENEW_AFTER_MS) tries.start(); // a laptop that sleeps stops its timers
      tries.hurry();
      live?.line.check();
    },
  };
}
