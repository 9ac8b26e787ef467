import type { VirtualTime } from './virtual-time.ts';

/**
 * Lends what the AWS SDK takes from the machine, for its pauses between tries, to the simulation while it runs: nothing
 * else goes on in this process meanwhile.
 */
export const withBorrowedGlobals = async <Result>(
  { time, random }: { time: VirtualTime; random: () => number },
  run: () => Promise<Result>,
): Promise<Result> => {
  const own = { setTimeout, clearTimeout, random: Math.random };
  const lent = (action: () => void, milliseconds = 0) => {
    const cancel = time.after(milliseconds, () => void action());
    return { cancel, ref: () => undefined, unref: () => undefined, hasRef: () => false };
  };
  Object.assign(globalThis, {
    setTimeout: lent,
    clearTimeout: (timer?: { cancel?: () => void }) => timer?.cancel?.(),
  });
  Math.random = random;
  try {
    return await run();
  } finally {
    Object.assign(globalThis, { setTimeout: own.setTimeout, clearTimeout: own.clearTimeout });
    Math.random = own.random;
  }
};
