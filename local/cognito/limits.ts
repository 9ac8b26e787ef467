import type { Clock } from '../service.ts';
import { attemptLimitExceeded, lockedOut } from './errors.ts';

const minute = 60_000;

/** Locks a user out of signing in for 2^(n-5) seconds after the n-th wrong password, n >= 5, at most 15 minutes. */
export interface Lockouts {
  /** @throws NotAuthorizedException while the user is locked out */
  check(user: string): void;
  failed(user: string): void;
  succeeded(user: string): void;
}

/** Source: developer guide, "Lockout behavior for failed sign-in attempts". */
export const lockouts = (clock: Clock): Lockouts => {
  const failures = new Map<string, { count: number; last: number; lockedUntil: number }>();
  const now = () => clock.now().getTime();
  const recent = (user: string) => {
    const found = failures.get(user);
    return found && now() - Math.max(found.last, found.lockedUntil) < 15 * minute ? found : undefined;
  };
  return {
    check: (user) => {
      if ((recent(user)?.lockedUntil ?? 0) > now()) throw lockedOut();
    },
    failed: (user) => {
      const count = (recent(user)?.count ?? 0) + 1;
      const seconds = count < 5 ? 0 : Math.min(2 ** (count - 5), 900);
      failures.set(user, { count, last: now(), lockedUntil: now() + seconds * 1000 });
    },
    succeeded: (user) => {
      failures.delete(user);
    },
  };
};

/** Counts what one user tried: at most five in an hour for each kind of attempt, the cloud's least. */
export interface AttemptLimit {
  /** @throws LimitExceededException when five went before within the hour */
  count(kind: string, user: string): void;
  forget(kind: string, user: string): void;
}

/** Source: developer guide, "between 5 and 20 attempts" an hour to request or enter a password reset code. */
export const attemptLimit = (clock: Clock): AttemptLimit => {
  const attempts = new Map<string, number[]>();
  return {
    count: (kind, user) => {
      const now = clock.now().getTime();
      const recent = (attempts.get(`${kind} ${user}`) ?? []).filter((time) => now - time < 60 * minute);
      if (recent.length >= 5) throw attemptLimitExceeded();
      attempts.set(`${kind} ${user}`, [...recent, now]);
    },
    forget: (kind, user) => {
      attempts.delete(`${kind} ${user}`);
    },
  };
};
