import { strings } from '../strings.ts';
import { language } from '../words/language.ts';
import { DAYS, type Day, whenOf } from './when.ts';

const words = strings.schedule;
/** A Sunday. */
const SUNDAY = Date.UTC(2023, 0, 1);

/** A day of the week in the page's language: `Monday`. */
export function dayText(day: Day): string {
  const date = new Date(SUNDAY + DAYS.indexOf(day) * 86_400_000);
  return new Intl.DateTimeFormat(language(), { weekday: 'long', timeZone: 'UTC' }).format(date);
}

/** When a schedule comes up, in words; what this page would not write stays as it is. */
export function whenText(expression: string, timeZone: string): string {
  const when = whenOf(expression);
  if (!when) return `${expression}, ${timeZone}`;
  const repeat = when.repeat === 'weekly' ? words.every(dayText(when.day)) : words.repeats[when.repeat];
  return words.at(repeat, when.time, timeZone);
}
