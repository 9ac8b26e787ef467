import type { ClientMessage, ServerMessage } from '@readout/runtime/contracts.ts';
import type { After } from '../timer.ts';
import { heartbeat } from './heartbeat.ts';

const OPEN_WITHIN_MS = 15_000;

/** What of a WebSocket is used: the browser's own, or one of the same shape. */
export type Socket = Pick<WebSocket, 'send' | 'close'> & {
  onopen: ((event: never) => unknown) | null;
  onclose: ((event: never) => unknown) | null;
  onerror: ((event: never) => unknown) | null;
  onmessage: ((event: { data: unknown } & never) => unknown) | null;
};

export interface LineDeps {
  socket: Socket;
  after: After;
  onOpen: () => void;
  onMessage: (message: ServerMessage) => void;
  /** It did not open, or it is over. Nothing more is heard of it. */
  onLost: (why: string) => void;
}

/** One WebSocket from its handshake to its end. */
export interface Line {
  send(message: ClientMessage): void;
  /** What was sent with this id and has had no answer yet. */
  unanswered(requestId?: string): ClientMessage | undefined;
  /** Finds out whether it still lives. */
  check(): void;
  /** Ends it without a further word. */
  end(): void;
}

/** Follows a socket that has just been made: it opens in time or is lost, and is lost again when it falls silent. */
export function followLine({ socket, after, onOpen, onMessage, onLost }: LineDeps): Line {
  const sent = new Map<string, ClientMessage>();
  const lose = (why: string) => {
    end();
    onLost(why);
  };
  const beat = heartbeat({
    ping: () => socket.send(JSON.stringify({ action: 'ping' })),
    onSilence: () => lose('The server stopped answering.'),
    after,
  });
  const cancelTimeout = after(OPEN_WITHIN_MS, () => lose('The server took too long to answer.'));

  function end() {
    socket.onopen = socket.onmessage = socket.onclose = null;
    cancelTimeout();
    beat.stop();
    socket.close();
  }

  socket.onopen = () => {
    cancelTimeout();
    beat.heard();
    onOpen();
  };
  socket.onmessage = ({ data }: { data: unknown }) => {
    beat.heard();
    const message = JSON.parse(String(data)) as ServerMessage;
    onMessage(message);
    if ('requestId' in message && message.requestId) sent.delete(message.requestId);
  };
  socket.onerror = () => {}; // `close` follows, and says no less
  socket.onclose = () => lose('The connection was lost.');

  return {
    send(message) {
      if ('requestId' in message && message.requestId) sent.set(message.requestId, message);
      socket.send(JSON.stringify(message));
    },
    unanswered: (requestId = '') => sent.get(requestId),
    check: beat.check,
    end,
  };
}
