import type { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';
import type { GatewayDeps } from '../gateway-deps.ts';
import type { ConnectionFacts } from './events.ts';
import { frameMeter } from './frame-meter.ts';

export interface ConnectionHandlers {
  onMessage(text: string): void;
  /** Told once, with the code and reason for the $disconnect event. */
  onClose(code: number, reason: string): void;
}

/** One open WebSocket and its limits. */
export interface Connection {
  readonly facts: ConnectionFacts;
  readonly open: boolean;
  /** Epoch milliseconds of the last message in either direction. */
  readonly lastActiveAt: number;
  /** Resolves when the message is with the operating system; messages arrive in the order of the calls. */
  send(data: string | Buffer, binary?: boolean): Promise<void>;
  close(code: number, reason: string): void;
  terminate(): void;
}

/** Puts an accepted socket under API Gateway's limits: frames, messages, idle time and life. */
export const superviseConnection = (
  socket: WebSocket,
  raw: Duplex,
  facts: ConnectionFacts,
  { limits, timers, clock }: GatewayDeps,
  handlers: ConnectionHandlers,
): Connection => {
  let lastActiveAt = facts.connectedAt;
  let ours: { code: number; reason: string } | undefined;
  const close = (code: number, reason: string) => {
    ours ??= { code, reason };
    socket.close(code, reason);
  };
  const goAway = () => close(1001, 'Going away');
  const cancelLife = timers.after(limits.connectionMs, goAway);
  let cancelIdle = timers.after(limits.idleMs, goAway);
  const touch = () => {
    lastActiveAt = clock.now().getTime();
    cancelIdle();
    cancelIdle = timers.after(limits.idleMs, goAway);
  };

  // Before the listener of `ws`, so that a message whose frame is too long is never delivered.
  raw.prependListener(
    'data',
    frameMeter(limits.frameBytes, () => close(1009, 'Message too long')),
  );
  socket.on('message', (data, binary) => {
    if (ours) return;
    if (binary) return close(1003, 'Binary frames are not supported');
    touch();
    handlers.onMessage(data.toString());
  });
  // `ws` itself ends a connection whose message exceeds maxPayload (1009) or whose frames are broken.
  socket.on('error', ({ message, code }: Error & { code?: string }) => {
    ours ??= { code: code === 'WS_ERR_UNSUPPORTED_MESSAGE_LENGTH' ? 1009 : 1006, reason: message };
  });
  socket.on('close', (code, reason) => {
    cancelLife();
    cancelIdle();
    const { code: known, reason: why } = ours ?? { code, reason: reason.toString() };
    handlers.onClose(known, why || (known === 1005 ? 'Client-side close frame status not set' : ''));
  });

  return {
    facts,
    get open() {
      return socket.readyState === socket.OPEN;
    },
    get lastActiveAt() {
      return lastActiveAt;
    },
    send: (data, binary = false) =>
      new Promise((sent, failed) => {
        touch();
        socket.send(data, { binary }, (error) => (error ? failed(error) : sent()));
      }),
    close,
    terminate: () => socket.terminate(),
  };
};
