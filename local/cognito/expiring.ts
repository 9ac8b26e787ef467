import type { Clock } from '../service.ts';

/** Values that can be taken out once, by a key made when they were put in, until their time is up. */
export interface Expiring<T> {
  put(value: T): string;
  peek(key: string): T | undefined;
  take(key: string): T | undefined;
}

/** @param seconds how long a value can be taken */
export const expiring = <T>(clock: Clock, seconds: number, newKey: () => string): Expiring<T> => {
  const kept = new Map<string, { value: T; until: number }>();
  const now = () => clock.now().getTime();
  const forgetOld = () => {
    for (const [key, { until }] of kept) if (until <= now()) kept.delete(key);
  };
  const peek = (key: string) => {
    forgetOld();
    return kept.get(key)?.value;
  };
  return {
    put: (value) => {
      forgetOld();
      const key = newKey();
      kept.set(key, { value, until: now() + seconds * 1000 });
      return key;
    },
    peek,
    take: (key) => {
      const found = peek(key);
      kept.delete(key);
      return found;
    },
  };
};
