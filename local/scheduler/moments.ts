import { parseCron } from '../event-bridge/schedule/cron.ts';
import type { Schedule as Moments } from '../event-bridge/schedule/parse-schedule.ts';
import { parseRate } from '../event-bridge/schedule/rate.ts';
import { ServiceError } from '../protocol/service-error.ts';
import { isTimeZone, momentOf, wallClock } from './wall-clock.ts';

export interface Expression {
  expression: string;
  /** IANA name in which `cron` and `at` are meant. */
  timeZone: string;
  /** Milliseconds since 1970. A `rate` without a start begins when the schedule is made. */
  startsAt?: number;
  endsAt?: number;
  madeAt: number;
}

/**
 * The moments of a schedule. In a time zone with daylight saving time, a time that does not exist is skipped and one that
 * comes twice counts once; a day of a rate has 24 hours.
 * https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html
 */
export const momentsOf = (given: Expression): Moments => {
  const { expression, timeZone } = given;
  if (!isTimeZone(timeZone)) throw invalid(`Invalid ScheduleExpressionTimezone ${timeZone}.`);
  const once = parseAt(expression, timeZone);
  if (once) return once;
  const repeated = rate(given) ?? cron(given);
  if (!repeated) throw invalid(`Invalid Schedule Expression ${expression}.`);
  return between(repeated, given);
};

const invalid = (message: string): ServiceError => new ServiceError('ValidationException', message);

/** `at(yyyy-mm-ddThh:mm:ss)`; it heeds neither start nor end. */
const parseAt = (expression: string, timeZone: string): Moments | undefined => {
  const text = /^at\((\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)\)$/.exec(expression)?.[1];
  const wall = new Date(`${text}Z`);
  if (text === undefined || Number.isNaN(wall.getTime())) return undefined;
  const moment = momentOf(wall, timeZone);
  return { next: (after) => (moment && moment > after ? moment : undefined) };
};

/** Counted from the start: the first moment is the start itself. */
const rate = ({ expression, startsAt, madeAt }: Expression): Moments | undefined => {
  const parsed = parseRate(expression);
  if (!parsed) return undefined;
  const start = new Date(startsAt ?? madeAt);
  const period = (parsed.next(start)?.getTime() ?? 0) - start.getTime();
  return {
    next: (after) => {
      const passed = Math.floor((after.getTime() - start.getTime()) / period) + 1;
      return new Date(start.getTime() + Math.max(0, passed) * period);
    },
  };
};

const cron = ({ expression, timeZone }: Expression): Moments | undefined => {
  const parsed = parseCron(expression);
  if (!parsed) return undefined;
  return {
    next: (after) => {
      let wall = parsed.next(wallClock(after, timeZone));
      while (wall) {
        const moment = momentOf(wall, timeZone);
        if (moment && moment > after) return moment;
        wall = parsed.next(wall);
      }
      return undefined;
    },
  };
};

/** From StartDate on and until EndDate. */
const between = (moments: Moments, { startsAt = Number.NEGATIVE_INFINITY, endsAt }: Expression): Moments => ({
  next: (after) => {
    const next = moments.next(after.getTime() < startsAt ? new Date(startsAt - 1) : after);
    return next && (endsAt === undefined || next.getTime() <= endsAt) ? next : undefined;
  },
});
