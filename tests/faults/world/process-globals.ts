import * as crypto from 'node:crypto';
import type { VirtualTime } from './virtual-time.ts';

export interface GlobalsDeps {
  time: VirtualTime;
  /** What this process takes for the time, in milliseconds. */
  now(): number;
  /** Numbers of 0 to 1. */
  random(): number;
  environment: Record<string, string>;
  log(...words: unknown[]): void;
}

/** What code of a process sees instead of the machine's own clock, chance and environment. */
export const processGlobals = ({
  time,
  now,
  random,
  environment,
  log,
}: GlobalsDeps): Record<string, unknown> => {
  const setTimeout = (action: (...given: unknown[]) => void, ms = 0, ...given: unknown[]) => ({
    cancel: time.after(ms, () => void action(...given)),
    ref: () => undefined,
    unref: () => undefined,
  });
  return {
    Date: clockOf(now),
    Math: Object.assign(Object.create(Math), { random }),
    setTimeout,
    clearTimeout: (timer?: ReturnType<typeof setTimeout>) => timer?.cancel(),
    process: { ...process, env: environment },
    console: { log, info: log, warn: log, error: log, debug: log },
  };
};

const clockOf = (now: () => number): DateConstructor =>
  class extends Date {
    constructor(...given: unknown[]) {
      super(...((given.length > 0 ? given : [now()]) as []));
    }
    static override now(): number {
      return now();
    }
  } as DateConstructor;

/** Modules of Node that give time or chance. */
export const processModules = ({
  time,
  random,
}: Pick<GlobalsDeps, 'time' | 'random'>): Record<string, object> => {
  const randomBytes = (size: number) =>
    Buffer.from(Array.from({ length: size }, () => Math.floor(random() * 256)));
  const seeded = { ...crypto, randomBytes, randomUUID: () => uuidFrom(random) };
  const waiting = {
    setTimeout: async (ms: number, value: unknown) => {
      await time.sleep(ms);
      return value;
    },
  };
  return {
    'node:crypto': seeded,
    crypto: seeded,
    'node:timers/promises': waiting,
    'timers/promises': waiting,
  };
};

/** A UUID of version 4. */
export const uuidFrom = (random: () => number): string =>
  'xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx'.replace(/[xy]/g, (place) => {
    const digit = Math.floor(random() * 16);
    return (place === 'x' ? digit : (digit & 3) | 8).toString(16);
  });
