import { setTimeout } from 'node:timers/promises';

/** Resolves after `ms` milliseconds, or rejects when the signal is aborted first. */
export type Sleep = (ms: number, signal: AbortSignal) => Promise<void>;

const longestTimer = 2 ** 31 - 1;

/** Real time, in slices where one timer cannot reach. */
export const realSleep: Sleep = async (ms, signal) => {
  for (let left = ms; left > 0; left -= longestTimer) {
    await setTimeout(Math.min(left, longestTimer), undefined, { signal });
  }
};
