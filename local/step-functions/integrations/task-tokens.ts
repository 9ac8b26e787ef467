import { StateError } from '../interpreter/state-error.ts';
import type { Sleep } from '../interpreter/timers.ts';

/** Tasks that wait for SendTaskSuccess or SendTaskFailure. */
export interface TaskTokens {
  /** Waits for the token's answer. Rejects with States.HeartbeatTimeout when heartbeats fail to come. */
  wait(token: string, options: { heartbeatSeconds?: number; signal: AbortSignal }): Promise<unknown>;
  /** These answer false for a token that nobody waits for. */
  succeed(token: string, output: unknown): boolean;
  fail(token: string, error: StateError): boolean;
  heartbeat(token: string): boolean;
}

interface Waiting {
  resolve(output: unknown): void;
  reject(error: unknown): void;
  heartbeat(): void;
}

export const taskTokens = (timeout: Sleep): TaskTokens => {
  const waiting = new Map<string, Waiting>();
  const take = (token: string): Waiting | undefined => {
    const found = waiting.get(token);
    waiting.delete(token);
    return found;
  };
  return {
    wait: (token, { heartbeatSeconds, signal }) =>
      new Promise((resolve, reject) => {
        const late = () => take(token)?.reject(new StateError('States.HeartbeatTimeout'));
        const watch = watchdog(timeout, heartbeatSeconds, late);
        const stop = () => take(token)?.reject(signal.reason);
        const settle =
          <T>(how: (value: T) => void) =>
          (value: T) => {
            watch.stop();
            signal.removeEventListener('abort', stop);
            how(value);
          };
        waiting.set(token, { resolve: settle(resolve), reject: settle(reject), heartbeat: watch.reset });
        signal.addEventListener('abort', stop, { once: true });
        watch.reset();
      }),
    succeed: (token, output) => told(take(token), (task) => task.resolve(output)),
    fail: (token, error) => told(take(token), (task) => task.reject(error)),
    heartbeat: (token) => told(waiting.get(token), (task) => task.heartbeat()),
  };
};

const told = (task: Waiting | undefined, tell: (task: Waiting) => void): boolean => {
  if (task) tell(task);
  return task !== undefined;
};

/** Calls `late` when `seconds` pass without a reset. */
const watchdog = (timeout: Sleep, seconds: number | undefined, late: () => void) => {
  let current = new AbortController();
  const stop = () => current.abort(new Error('in time'));
  const reset = () => {
    if (seconds === undefined) return;
    stop();
    current = new AbortController();
    timeout(seconds * 1000, current.signal).then(late, () => undefined);
  };
  return { reset, stop };
};
