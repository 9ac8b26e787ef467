import { dayOfYear, days, isoDay, isoWeek, isoYear, julianDay, months, utcDay } from './calendar.ts';
import { type DatetimePiece, datetimePattern } from './datetime-pattern.ts';
import { ordinalEnding } from './ordinal.ts';
import { roman } from './roman.ts';

interface Moment {
  date: Date;
  /** Milliseconds since 1970 of its day. */
  day: number;
  micros: number;
}

/** [value, width]: a number padded with zeros. */
const numbers: Record<string, (moment: Moment) => [number, number]> = {
  YYYY: ({ date }) => [date.getUTCFullYear(), 4],
  YYY: ({ date }) => [date.getUTCFullYear() % 1000, 3],
  YY: ({ date }) => [date.getUTCFullYear() % 100, 2],
  Y: ({ date }) => [date.getUTCFullYear() % 10, 1],
  IYYY: ({ day }) => [isoYear(day), 4],
  IYY: ({ day }) => [isoYear(day) % 1000, 3],
  IY: ({ day }) => [isoYear(day) % 100, 2],
  I: ({ day }) => [isoYear(day) % 10, 1],
  CC: ({ date }) => [Math.ceil(date.getUTCFullYear() / 100), 2],
  Q: ({ date }) => [Math.floor(date.getUTCMonth() / 3) + 1, 1],
  MM: ({ date }) => [date.getUTCMonth() + 1, 2],
  W: ({ date }) => [Math.ceil(date.getUTCDate() / 7), 1],
  WW: ({ day }) => [Math.ceil(dayOfYear(day) / 7), 2],
  IW: ({ day }) => [isoWeek(day), 2],
  DDD: ({ day }) => [dayOfYear(day), 3],
  IDDD: ({ day }) => [(isoWeek(day) - 1) * 7 + isoDay(day), 3],
  DD: ({ date }) => [date.getUTCDate(), 2],
  D: ({ date }) => [date.getUTCDay() + 1, 1],
  ID: ({ day }) => [isoDay(day), 1],
  J: ({ day }) => [julianDay(day), 1],
  HH24: ({ date }) => [date.getUTCHours(), 2],
  HH12: ({ date }) => [date.getUTCHours() % 12 || 12, 2],
  HH: ({ date }) => [date.getUTCHours() % 12 || 12, 2],
  MI: ({ date }) => [date.getUTCMinutes(), 2],
  SS: ({ date }) => [date.getUTCSeconds(), 2],
  SSSS: ({ date, day }) => [Math.floor((date.getTime() - day) / 1000), 1],
  MS: ({ micros }) => [Math.floor(micros / 1000), 3],
  US: ({ micros }) => [micros, 6],
};

const half = ({ date }: Moment): string => (date.getUTCHours() < 12 ? 'AM' : 'PM');
const dotted = (word: string): string => `${word[0]}.${word[1]}.`;
const era = ({ date }: Moment): string => (date.getUTCFullYear() > 0 ? 'AD' : 'BC');

/** [text, width]: words padded with blanks, in the case of their pattern. */
const texts: Record<string, (moment: Moment) => [string, number]> = {
  MONTH: ({ date }) => [months[date.getUTCMonth()] as string, 9],
  MON: ({ date }) => [months[date.getUTCMonth()]?.slice(0, 3) as string, 3],
  RM: ({ date }) => [roman(date.getUTCMonth() + 1), 4],
  DAY: ({ date }) => [days[date.getUTCDay()] as string, 9],
  DY: ({ date }) => [days[date.getUTCDay()]?.slice(0, 3) as string, 3],
  AM: (moment) => [half(moment), 2],
  PM: (moment) => [half(moment), 2],
  'A.M.': (moment) => [dotted(half(moment)), 4],
  'P.M.': (moment) => [dotted(half(moment)), 4],
  AD: (moment) => [era(moment), 2],
  BC: (moment) => [era(moment), 2],
  'A.D.': (moment) => [dotted(era(moment)), 4],
  'B.C.': (moment) => [dotted(era(moment)), 4],
  TZ: () => ['UTC', 3],
  OF: () => ['+00', 3],
};

/** `MONTH` is all upper case, `Month` begins with it, `month` has none. */
const inCaseOf = (pattern: string, text: string): string => {
  const [first = '', second = ''] = pattern.replaceAll('.', '');
  if (first === first.toLowerCase()) return text.toLowerCase();
  const rest = second === second.toUpperCase() ? text.slice(1).toUpperCase() : text.slice(1).toLowerCase();
  return text.slice(0, 1).toUpperCase() + rest;
};

const written = (piece: DatetimePiece, moment: Moment): string => {
  const word = texts[piece.name]?.(moment);
  if (word) return inCaseOf(piece.text, piece.bare ? word[0] : word[0].padEnd(word[1]));
  if (piece.name === 'Y,YYY') {
    const [year] = (numbers.YYYY as (typeof numbers)[string])(moment);
    return `${Math.floor(year / 1000)},${String(year % 1000).padStart(3, '0')}`;
  }
  const number = numbers[piece.name]?.(moment);
  if (!number) return piece.text;
  const digits = piece.bare ? String(number[0]) : String(number[0]).padStart(number[1], '0');
  return digits + (piece.ordinal ? ordinalEnding(digits, piece.ordinal) : '');
};

/** TO_CHAR of a timestamp, in microseconds since 1970, UTC. */
export const formatDatetime = (micros: bigint, format: string): string => {
  const fraction = ((micros % 1_000_000n) + 1_000_000n) % 1_000_000n;
  const date = new Date(Number((micros - fraction) / 1000n));
  const day = utcDay(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
  const moment = { date, day, micros: Number(fraction) };
  return datetimePattern(format)
    .map((piece) => written(piece, moment))
    .join('');
};
