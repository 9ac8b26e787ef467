/** Tells those who wait that something has happened on the stack, what ever it was. */
export interface Pulse {
  /** Something has happened. */
  beat(): void;
  /** Resolves with the number of beats once it is another than `seen`, or after `within` milliseconds. */
  next(seen: number, within: number): Promise<number>;
  /** Lets go of all who wait. */
  stop(): void;
}

/** Beats within so many milliseconds are one. */
const TOGETHER = 200;

export const createPulse = (): Pulse => {
  let beats = 0;
  let pending: NodeJS.Timeout | undefined;
  const waiting = new Set<() => void>();
  const release = (): void => {
    for (const go of waiting) go();
  };
  return {
    beat() {
      pending ??= setTimeout(() => {
        pending = undefined;
        beats += 1;
        release();
      }, TOGETHER).unref();
    },
    next: (seen, within) =>
      new Promise((resolve) => {
        const go = (): void => {
          waiting.delete(go);
          clearTimeout(timer);
          resolve(beats);
        };
        const timer = setTimeout(go, within).unref();
        waiting.add(go);
        if (beats !== seen) go();
      }),
    stop() {
      clearTimeout(pending);
      release();
    },
  };
};
