/** Milliseconds before a try: half to all of 1 s, 2 s, 4 s, … up to 15 minutes. */
export const backoff = (retries: number, random: () => number): number =>
  Math.min(1000 * 2 ** retries, 900_000) * (0.5 + random() / 2);
