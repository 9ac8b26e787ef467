const UNITS = { s: 1, m: 60, h: 3_600, d: 86_400 } as const;

/** The milliseconds of a duration such as `5m`. */
export const millisecondsOf = (duration: string): number =>
  Number(duration.slice(0, -1)) * (UNITS[duration.slice(-1) as keyof typeof UNITS] ?? Number.NaN) * 1_000;

const NAMES = { s: 'second', m: 'minute', h: 'hour', d: 'day' } as const;

/** The same in words: `15 minutes`, `15 Minuten`. */
export const intervalText = (duration: string, language: string): string =>
  new Intl.NumberFormat(language, {
    style: 'unit',
    unit: NAMES[duration.slice(-1) as keyof typeof NAMES],
    unitDisplay: 'long',
  }).format(Number(duration.slice(0, -1)));

/** A time that runs out, as a clock shows it: `0:07`, `4:32`, `1:02:03`. */
export function clockText(milliseconds: number): string {
  const seconds = Math.max(0, Math.ceil(milliseconds / 1_000));
  const two = (n: number) => String(n).padStart(2, '0');
  const [hours, minutes] = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}

const STEPS: [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
];

/** How long ago, roughly: `now`, `3 minutes ago`, `vor 2 Stunden`. */
export function ageText(milliseconds: number, language: string): string {
  const words = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  const [unit, length] = STEPS.find(([, one]) => milliseconds >= one) ?? ['second', Number.POSITIVE_INFINITY];
  return words.format(-Math.floor(milliseconds / length) || 0, unit);
}
