import type { ClientMessage, ServerMessage, Ticket } from '@readout/runtime/contracts.ts';
import { backoff } from './backoff.ts';
import { heartbeat } from './heartbeat.ts';
import { type Observable, subject } from './observable.ts';
import { asReadoutError, ReadoutError } from './readout-error.ts';
import type { After } from './timer.ts';

const OPEN_WITHIN_MS = 15_000;

export type ConnectionState = 'closed' | 'connecting' | 'open' | 'reconnecting';

export interface ConnectionStatus {
  state: ConnectionState;
  /** Why the last try failed. */
  error?: ReadoutError;
  /** Tries in a row that failed; losing an open connection counts as the first. */
  failures?: number;
}

/** What of a WebSocket is used: the browser's own, or one of the same shape. */
export type Socket = Pick<WebSocket, 'send' | 'close'> & {
  onopen: ((event: never) => unknown) | null;
  onclose: ((event: never) => unknown) | null;
  onerror: ((event: never) => unknown) | null;
  onmessage: ((event: { data: unknown } & never) => unknown) | null;
};

export interface ConnectionDeps {
  websocket: string;
  issueTicket: () => Promise<Ticket>;
  onOpen: () => void;
  onMessage: (message: ServerMessage) => void;
  openSocket: (url: string) => Socket;
  after: After;
  /** [0, 1) */
  random: () => number;
}

export interface Connection {
  status: Observable<ConnectionStatus>;
  /** Opens and stays open: a lost connection is opened again until `close`. */
  open(): void;
  close(): void;
  /** False when it is not open: nothing was sent. */
  send(message: ClientMessage): boolean;
  /** Finds out whether it still lives; goes at once to the next try when one is being waited for. */
  check(): void;
}

/** The page's one WebSocket. A handshake needs a ticket of its own, so that every try asks for another. */
export function connection(deps: ConnectionDeps): Connection {
  const status = subject<ConnectionStatus>({ state: 'closed' });
  let failures = 0;
  /** Ends what is under way, without a further word: a wait, the request of a ticket, a socket. */
  let end = () => {};
  let check = () => {};
  let live: Socket | undefined;

  async function connect() {
    let abandoned = false;
    end = () => {
      abandoned = true;
    };
    check = () => {};
    try {
      const { ticket } = await deps.issueTicket();
      if (!abandoned) attach(deps.openSocket(`${deps.websocket}?ticket=${encodeURIComponent(ticket)}`));
    } catch (thrown) {
      if (!abandoned) retry(asReadoutError(thrown));
    }
  }

  function attach(socket: Socket) {
    const lose = (why: string) => {
      end();
      retry(new ReadoutError('Offline', why));
    };
    const beat = heartbeat({
      ping: () => socket.send(JSON.stringify({ action: 'ping' })),
      onSilence: () => lose('The server stopped answering.'),
      after: deps.after,
    });
    const cancelTimeout = deps.after(OPEN_WITHIN_MS, () => lose('The server took too long to answer.'));
    end = () => {
      socket.onopen = socket.onmessage = socket.onclose = null;
      live = undefined;
      cancelTimeout();
      beat.stop();
      socket.close();
    };
    socket.onopen = () => {
      cancelTimeout();
      failures = 0;
      live = socket;
      check = beat.check;
      beat.heard();
      status.set({ state: 'open' });
      deps.onOpen();
    };
    socket.onmessage = ({ data }: { data: unknown }) => {
      beat.heard();
      deps.onMessage(JSON.parse(String(data)) as ServerMessage);
    };
    socket.onerror = () => {}; // `close` follows, and says no less
    socket.onclose = () => lose('The connection was lost.');
  }

  /** An expired sign-in is not cured by waiting; everything else may be. */
  function retry(error: ReadoutError) {
    check = () => {};
    if (error.name === 'Unauthorized') return status.set({ state: 'closed', error });
    const cancel = deps.after(backoff(failures, deps.random), connect);
    failures += 1;
    end = cancel;
    check = () => {
      cancel();
      void connect();
    };
    status.set({ state: 'reconnecting', error, failures });
  }

  return {
    status,
    open() {
      if (status.get().state !== 'closed') return;
      failures = 0;
      status.set({ state: 'connecting' });
      void connect();
    },
    close() {
      end();
      check = () => {};
      status.set({ state: 'closed' });
    },
    send(message) {
      if (!live) return false;
      live.send(JSON.stringify(message));
      return true;
    },
    check: () => check(),
  };
}
