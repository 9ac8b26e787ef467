import type { Held } from './hold.ts';

type TryRate = (perSecond: number, seconds: number) => Promise<Held>;

const first = 10;
const step = 5;
const shortSeconds = 20;
const longSeconds = 120;

/**
 * Warms up, raises the rate by steps of five until one is not held, and then holds the highest for two minutes; where
 * that is too much, the step below it. What was not held has to drain first, so finer steps would take an hour.
 */
export const findHighest = async (tryRate: TryRate): Promise<Held> => {
  for (const [perSecond, seconds] of [
    [3, 40],
    [8, 40],
  ] as const)
    await tryRate(perSecond, seconds);
  let rate = first;
  while ((await tryRate(rate + step, shortSeconds)).held) rate += step;
  for (; rate > 0; rate -= step) {
    const held = await tryRate(rate, longSeconds);
    if (held.held) return held;
  }
  throw new Error('no rate was held for two minutes');
};
