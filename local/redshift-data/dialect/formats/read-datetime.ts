import { months, utcDay } from './calendar.ts';
import { fixedOffset } from './time-zones.ts';

/** A date and time as it may be written where no format is given. */
export interface ReadDatetime {
  /** Microseconds since 1970, of the time as it is written. */
  micros: bigint;
  /** Minutes east of UTC, where the text names a zone. */
  offset?: number;
}

type Groups = { y: string; m: string; d: string };

const month = '(?<m>\\d{1,2})';
const name = '(?<m>[a-z]{3,9})';
const day = '(?<d>\\d{1,2})';
const year = '(?<y>\\d{4}|\\d{2})';
const dates = [
  '(?<y>\\d{4})(?<m>\\d{2})(?<d>\\d{2})(?!\\d)',
  `(?<y>\\d{4})[-/.]${month}[-/.]${day}`,
  `${month}[-/.]${day}[-/.]${year}`,
  `${name}[-. ]+${day}(?:, *|[- ]+)${year}`,
  `${day}[- ]+${name}(?:, *|[- ]+)${year}`,
  `(?<y>\\d{4})[- ]+${name}[- ]+${day}`,
].map((pattern) => new RegExp(`^${pattern}`, 'i'));
const time =
  /^(?<hour>\d{1,2}):(?<minute>\d{2})(?::(?<second>\d{2})(?<fraction>\.\d{1,6})?)?\s*(?<half>[ap]m)?/i;

const monthNumber = (text: string): number => {
  if (/^\d/.test(text)) return Number(text);
  return months.findIndex((one) => one.toLowerCase().startsWith(text.toLowerCase())) + 1;
};

const yearNumber = (text: string): number => {
  if (text.length > 2) return Number(text);
  return Number(text) + (Number(text) < 70 ? 2000 : 1900);
};

const dayOf = ({ y, m, d }: Groups): number | undefined => {
  const [year, month, day] = [yearNumber(y), monthNumber(m), Number(d)];
  const time = utcDay(year, month, day);
  const same = new Date(time).getUTCMonth() + 1 === month && new Date(time).getUTCDate() === day;
  return same ? time : undefined;
};

/** Microseconds of a time of day; undefined where it is none. */
const microsOf = (groups: Record<string, string | undefined>): number | undefined => {
  const [hour, minute, second] = [groups.hour, groups.minute, groups.second ?? '0'].map(Number) as number[];
  const half = groups.half?.toLowerCase();
  const hours = half ? ((hour as number) % 12) + (half === 'pm' ? 12 : 0) : (hour as number);
  if (hours > 23 || (minute as number) > 59 || (second as number) > 59) return undefined;
  const fraction = Number((groups.fraction ?? '.').slice(1).padEnd(6, '0'));
  return (hours * 3600 + (minute as number) * 60 + (second as number)) * 1_000_000 + fraction;
};

const readZone = (text: string): number | undefined => {
  const [, sign, hours, minutes = '0'] = /^([+-])(\d{1,2}):?(\d{2})?$/.exec(text) ?? [];
  if (hours === undefined) return fixedOffset(text);
  return (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1);
};

/** Reads `20080305 12:25:29`, `12-31-2008`, `Feb 16, 2001 8:38 pm PST` and the like; undefined for what is none. */
export const readDatetime = (text: string): ReadDatetime | undefined => {
  const trimmed = text.trim();
  const date = dates.map((pattern) => pattern.exec(trimmed)).find(Boolean);
  const day = date ? dayOf(date.groups as Groups) : undefined;
  if (!date || day === undefined) return undefined;
  const clock = readTime(trimmed.slice(date[0].length).replace(/^(T|\s+)/, ''));
  return clock && { ...clock, micros: BigInt(day) * 1000n + clock.micros };
};

/** Reads a time of day with or without a zone; nothing is midnight. */
export const readTime = (text: string): ReadDatetime | undefined => {
  const clock = time.exec(text);
  const micros = clock ? microsOf(clock.groups ?? {}) : 0;
  const zone = text.slice(clock?.[0].length ?? 0).trim();
  const offset = zone ? readZone(zone) : undefined;
  if (micros === undefined || (zone && offset === undefined)) return undefined;
  return { micros: BigInt(micros), ...(offset !== undefined && { offset }) };
};
