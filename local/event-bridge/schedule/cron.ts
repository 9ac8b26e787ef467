import { cronField, dayOfMonthField, dayOfWeekField } from './cron-fields.ts';
import type { Schedule } from './parse-schedule.ts';

const months = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const day = 24 * 60 * 60 * 1000;
/** No cron expression skips more: 29 February on one weekday comes back within 40 years. */
const horizon = 41 * 366;

/**
 * `cron(minutes hours day-of-month month day-of-week year)` in UTC; undefined when it is none.
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-scheduled-rule-pattern.html
 */
export const parseCron = (expression: string): Schedule | undefined => {
  const parts = /^cron\((.+)\)$/.exec(expression)?.[1]?.trim().split(/\s+/);
  if (parts?.length !== 6) return undefined;
  const [minute = '', hour = '', dayOfMonth = '', month = '', dayOfWeek = '', year = ''] = parts;
  // Exactly one of the two days is left open.
  if ((dayOfMonth === '?') === (dayOfWeek === '?')) return undefined;
  const minutes = cronField(minute, { from: 0, to: 59 });
  const hours = cronField(hour, { from: 0, to: 23 });
  const monthSet = cronField(month, { from: 1, to: 12, names: months });
  const years = cronField(year, { from: 1970, to: 2199 });
  const days = dayOfMonth === '?' ? dayOfWeekField(dayOfWeek) : dayOfMonthField(dayOfMonth);
  if (!minutes || !hours || !monthSet || !years || !days) return undefined;
  const fits = (date: Date) =>
    years.has(date.getUTCFullYear()) && monthSet.has(date.getUTCMonth() + 1) && days(date);
  return { next: (after) => nextTime(after, fits, hours, minutes) };
};

const nextTime = (
  after: Date,
  fits: (date: Date) => boolean,
  hours: Set<number>,
  minutes: Set<number>,
): Date | undefined => {
  const midnight = Math.floor(after.getTime() / day) * day;
  for (let offset = 0; offset < horizon; offset += 1) {
    const date = new Date(midnight + offset * day);
    if (!fits(date)) continue;
    const found = timesOf(date, hours, minutes).find((time) => time > after.getTime());
    if (found !== undefined) return new Date(found);
  }
  return undefined;
};

const timesOf = (date: Date, hours: Set<number>, minutes: Set<number>): number[] =>
  [...hours]
    .flatMap((hour) => [...minutes].map((minute) => date.getTime() + (hour * 60 + minute) * 60_000))
    .sort((a, b) => a - b);
