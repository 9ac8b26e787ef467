import type { Retrier } from './definition.ts';
import { matchesError, type StateError } from './state-error.ts';

export interface RetryPlan {
  /** Milliseconds to wait before the next attempt, or undefined when no retrier allows one. */
  delayAfter(error: StateError): number | undefined;
}

/**
 * Counts attempts per retrier, as the language asks: the first retrier that matches decides, and its own
 * `MaxAttempts` is spent, whatever the others did.
 */
export const retryPlan = (retriers: Retrier[] = [], random: () => number): RetryPlan => {
  const spent = new Map<Retrier, number>();
  return {
    delayAfter(error) {
      const retrier = retriers.find(({ ErrorEquals }) => matchesError(ErrorEquals, error));
      if (!retrier) return undefined;
      const attempts = spent.get(retrier) ?? 0;
      if (attempts >= (retrier.MaxAttempts ?? 3)) return undefined;
      spent.set(retrier, attempts + 1);
      return delay(retrier, attempts) * (retrier.JitterStrategy === 'FULL' ? random() : 1);
    },
  };
};

const delay = (
  { IntervalSeconds = 1, BackoffRate = 2, MaxDelaySeconds = Infinity }: Retrier,
  attempts: number,
) => Math.min(IntervalSeconds * BackoffRate ** attempts, MaxDelaySeconds) * 1000;
