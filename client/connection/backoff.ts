const FIRST_MS = 1_000;
const LONGEST_MS = 30_000;

/**
 * How long to wait before the next try, in milliseconds: doubling from one second to thirty, of which a random
 * half is taken off, so that a thousand pages do not come back in the same second.
 * `attempt` counts from 0; `random` gives [0, 1).
 */
export function backoff(attempt: number, random: () => number): number {
  const ceiling = Math.min(LONGEST_MS, FIRST_MS * 2 ** attempt);
  return ceiling / 2 + (ceiling / 2) * random();
}
