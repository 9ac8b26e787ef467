import { made } from '../sql/calls.ts';
import { formNotEmulated } from '../sql/redshift-error.ts';
import type { Token } from '../sql/tokens.ts';

/** Redshift's names and abbreviations of date parts, by the engine's name. */
const names: Record<string, string> = {
  millennium: 'millennium millennia mil mils',
  century: 'century centuries c cent cents',
  decade: 'decade decades dec decs',
  epoch: 'epoch',
  year: 'year years y yr yrs',
  quarter: 'quarter quarters qtr qtrs',
  month: 'month months mon mons',
  week: 'week weeks w',
  dow: 'dayofweek dow dw weekday',
  doy: 'dayofyear doy dy yearday',
  day: 'day days d',
  hour: 'hour hours h hr hrs',
  minute: 'minute minutes m min mins',
  second: 'second seconds s sec secs',
  millisecond: 'millisecond milliseconds ms msec msecs msecond mseconds millisec millisecs millisecon',
  timezone: 'timezone',
  timezone_hour: 'timezone_hour',
  timezone_minute: 'timezone_minute',
  microsecond: 'microsecond microseconds microsec microsecs microsecond usecond useconds us usec usecs',
};
const byName = new Map(
  Object.entries(names).flatMap(([part, all]) => all.split(' ').map((name) => [name, part] as const)),
);

/** The engine's name of a date part written as a word or as a string. */
export const datePart = (argument: readonly Token[]): string => {
  const written = argument.map(({ text }) => text).join('');
  const part = byName.get(written.replace(/^'(.*)'$|^"(.*)"$/, '$1$2').toLowerCase());
  if (!part) throw formNotEmulated(`the date part ${written}`);
  return part;
};

/** The part as a string for the engine; a parameter stays one. */
export const datePartLiteral = (argument: readonly Token[]): Token[] =>
  argument.length === 1 && argument[0]?.kind === 'parameter'
    ? [...argument]
    : made(`'${datePart(argument)}'`);
