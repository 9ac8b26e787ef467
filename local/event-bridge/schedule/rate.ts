import type { Schedule } from './parse-schedule.ts';

const minutes: Record<string, number> = { minute: 1, hour: 60, day: 24 * 60 };

/** `rate(5 minutes)`, counted from the rule's creation; undefined when it is no rate. */
export const parseRate = (expression: string): Schedule | undefined => {
  const match = /^rate\(([1-9]\d*) (minute|hour|day)(s?)\)$/.exec(expression);
  if (!match) return undefined;
  const [, count, unit = '', plural] = match;
  // EventBridge wants the singular for 1 and the plural for more.
  if ((Number(count) === 1) === (plural === 's')) return undefined;
  const period = Number(count) * (minutes[unit] ?? 0) * 60_000;
  return { next: (after) => new Date(after.getTime() + period) };
};
