import { language } from './words/language.ts';

const TENTHS = new Intl.NumberFormat(language(), { minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** A length of time in words, from milliseconds: `0.4 s`, `12 s`, `3 min 5 s`, `1 h 2 min`. */
export function durationText(milliseconds: number): string {
  const seconds = Math.max(0, milliseconds) / 1_000;
  if (seconds < 10) return `${TENTHS.format(seconds)} s`;
  const whole = Math.floor(seconds);
  if (whole < 60) return `${whole} s`;
  if (whole < 3_600) return `${Math.floor(whole / 60)} min ${whole % 60} s`;
  return `${Math.floor(whole / 3_600)} h ${Math.floor((whole % 3_600) / 60)} min`;
}

/** Whole seconds in words, without tenths that would flicker: `4 s`, `1 min 5 s`. */
export const secondsText = (seconds: number): string =>
  seconds < 10 ? `${Math.round(seconds)} s` : durationText(seconds * 1_000);

const UNITS: [unit: Intl.RelativeTimeFormatUnit, seconds: number][] = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

/** How long ago a moment was, in words: `5 minutes ago`, `yesterday`, `now`. `now` in epoch milliseconds. */
export function agoText(iso: string, now: number): string {
  const seconds = Math.max(0, now - Date.parse(iso)) / 1_000;
  const format = new Intl.RelativeTimeFormat(language(), { numeric: 'auto' });
  const [unit, length] = UNITS.find(([, least]) => seconds >= least) ?? ['second', Number.POSITIVE_INFINITY];
  return format.format(-Math.floor(seconds / length), unit);
}

/** A moment as people here write it, the time zone stated. */
export function momentText(iso: string): string {
  return new Intl.DateTimeFormat(language(), { dateStyle: 'medium', timeStyle: 'long' }).format(
    new Date(iso),
  );
}
