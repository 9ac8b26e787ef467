import type { Held } from './hold.ts';

type TryRate = (perSecond: number, seconds: number) => Promise<Held>;

const first = 10;
const step = 5;
const shortSeconds = 20;
const longSeconds = 120;

/** Lets the processes that a rate needs be there, with their code compiled. */
export const warmUp = async (tryRate: TryRate): Promise<void> => {
  await tryRate(3, 40);
  await tryRate(8, 40);
};

/** Raises the rate by steps of five until one is not held for twenty seconds, and looks from the one before for the highest that is held for two minutes. */
export const findHighest = async (tryRate: TryRate): Promise<Held> => {
  let rate = first;
  while ((await tryRate(rate, shortSeconds)).held) rate += step;
  rate = Math.max(step, rate - step);
  const holdLong = (perSecond: number): Promise<Held> => tryRate(perSecond, longSeconds);
  const climb = async (held: Held): Promise<Held> => {
    const next = await holdLong(held.perSecond + step);
    return next.held ? climb(next) : held;
  };
  const descend = async (perSecond: number): Promise<Held> => {
    if (perSecond <= 0) throw new Error('no rate was held for two minutes');
    const held = await holdLong(perSecond);
    return held.held ? held : descend(perSecond - step);
  };
  const begun = await holdLong(rate);
  return begun.held ? climb(begun) : descend(rate - step);
};
