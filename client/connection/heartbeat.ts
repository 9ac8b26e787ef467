import type { After } from '../timer.ts';

/** API Gateway closes a connection after ten idle minutes. */
const PING_EVERY_MS = 5 * 60_000;
const PONG_WITHIN_MS = 10_000;

export interface HeartbeatDeps {
  ping: () => void;
  /** A ping had no answer: the connection is dead, whatever the socket says. */
  onSilence: () => void;
  after: After;
}

export interface Heartbeat {
  /** Anything arrived. */
  heard(): void;
  /** Pings now: after the laptop woke or the network came back. */
  check(): void;
  stop(): void;
}

/** Keeps a connection from going idle, and finds out when it died without saying so. */
export function heartbeat({ ping, onSilence, after }: HeartbeatDeps): Heartbeat {
  let cancelSilence: (() => void) | undefined;
  let cancelPing = () => {};

  function check() {
    if (cancelSilence) return;
    cancelPing();
    cancelSilence = after(PONG_WITHIN_MS, onSilence);
    ping();
  }
  function heard() {
    stop();
    cancelPing = after(PING_EVERY_MS, check);
  }
  function stop() {
    cancelSilence?.();
    cancelSilence = undefined;
    cancelPing();
  }
  return { heard, check, stop };
}
