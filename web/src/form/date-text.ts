import { language } from '../words/language.ts';

const DAY = { day: 'numeric', month: 'short', year: 'numeric' } as const;
const MONTH = { month: 'long', year: 'numeric' } as const;

/** A date, a month, or a range of dates as people here write them: `Nov 18 – 24, 2026`. Any other text stays as it is. */
export function datesText(text: string): string {
  const [first = '', last = first] = text.split('/');
  const [from, to] = [new Date(first), new Date(last)];
  if (!Number.isFinite(from.getTime()) || !Number.isFinite(to.getTime())) return text;
  const shape = first.length === 'YYYY-MM'.length ? MONTH : DAY;
  return new Intl.DateTimeFormat(language(), { ...shape, timeZone: 'UTC' }).formatRange(from, to);
}
