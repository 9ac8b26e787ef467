import type { Inputs } from './run.ts';

/** The body of `POST /schedules` and `PUT /schedules/{id}`: a report that is run by itself, for whom, and when they hear of it. */
export interface ScheduleOrder {
  report: string;
  inputs?: Inputs;
  /** What mails are called; the report's title where it is left out. */
  title?: string;
  /** `cron(0 6 * * ? *)`, at most once an hour, or `at(2026-01-31T06:00:00)`. */
  expression: string;
  /** IANA time zone in which the expression is meant, e.g. `Europe/Berlin`. */
  timeZone: string;
  /** Addresses of people of this Readout. */
  people?: string[];
  /** All members of these groups. */
  groups?: string[];
  /** `rows > 0` and the like: nobody hears of a result for which it does not hold. */
  condition?: string;
  /** False pauses it; true when left out. */
  enabled?: boolean;
}

/** What a person has scheduled. Relative dates among the inputs are those of the day of each run. */
export interface Schedule extends Required<Omit<ScheduleOrder, 'condition'>> {
  id: string;
  condition?: string;
  createdAt: string;
  changedAt: string;
}

/** The answer of `GET /schedules`: the caller's own. */
export interface ScheduleList {
  schedules: Schedule[];
}
