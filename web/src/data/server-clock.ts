export interface ServerClock {
  /** A message about a change that was made at this time has just arrived. */
  heard(changedAt: string): void;
  /** Now, as the server would say, in epoch milliseconds. */
  now(): number;
}

/**
 * Elapsed times are counted from the server's timestamps, and a laptop's clock may be minutes off. A message
 * arrives after its change, so each gives a lower bound of the difference, and the quickest message the best one.
 */
export function serverClock(localNow: () => number): ServerClock {
  let ahead: number | undefined;
  return {
    heard(changedAt) {
      const changed = Date.parse(changedAt);
      if (Number.isNaN(changed)) return;
      ahead = Math.max(ahead ?? Number.NEGATIVE_INFINITY, changed - localNow());
    },
    now: () => localNow() + (ahead ?? 0),
  };
}
