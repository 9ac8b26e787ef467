import { language } from '../words/language.ts';

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** A file's size as people here write it: `812 byte`, `1.2 kB`, `34 MB`. */
export function sizeText(bytes: number): string {
  const power = Math.min(UNITS.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
  const format = new Intl.NumberFormat(language(), {
    style: 'unit',
    unit: UNITS[power],
    maximumSignificantDigits: power === 0 ? 3 : 2,
  });
  return format.format(bytes / 1000 ** power);
}
