/** Time that passes, injected so that tests own it. */
export interface Timers {
  /** Runs `action` after `ms`. @returns what cancels it */
  after(ms: number, action: () => void): () => void;
}

export const systemTimers: Timers = {
  after: (ms, action) => {
    const timer = setTimeout(action, ms).unref();
    return () => clearTimeout(timer);
  },
};
