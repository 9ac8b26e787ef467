interface Range {
  from: number;
  to: number;
  /** Names for `from`, `from + 1`, … */
  names?: string[];
}

/** The numbers that `*`, `5`, `1-5`, `0/15`, `MON,WED` stand for; undefined when the text is none of these. */
export const cronField = (text: string, range: Range): Set<number> | undefined => {
  const parts = text.split(',').map((part) => numbers(part, range));
  if (parts.some((part) => part === undefined)) return undefined;
  return new Set(parts.flat() as number[]);
};

const numbers = (part: string, range: Range): number[] | undefined => {
  const [span = '', stepText] = part.split('/');
  const step = stepText === undefined ? 1 : Number(stepText);
  const [first, last] = ends(span, stepText !== undefined, range);
  const valid =
    first >= range.from && last <= range.to && first <= last && Number.isInteger(step) && step > 0;
  if (!valid) return undefined;
  return Array.from({ length: Math.floor((last - first) / step) + 1 }, (_, index) => first + index * step);
};

const ends = (span: string, stepped: boolean, range: Range): [number, number] => {
  if (span === '*') return [range.from, range.to];
  const [first = '', last] = span.split('-');
  const start = numberOf(first, range);
  if (last !== undefined) return [start, numberOf(last, range)];
  return [start, stepped ? range.to : start];
};

const numberOf = (text: string, { from, names = [] }: Range): number => {
  const index = names.indexOf(text.toUpperCase());
  return index >= 0 ? from + index : /^\d+$/.test(text) ? Number(text) : Number.NaN;
};

/** A test of a date. */
export type DayTest = (date: Date) => boolean;

/** Day of month: also `L`, the last one, and `15W`, the weekday nearest to the 15th. */
export const dayOfMonthField = (text: string): DayTest | undefined => {
  if (text === 'L') return (date) => date.getUTCDate() === lastDay(date);
  const nearest = /^(\d+)W$/.exec(text)?.[1];
  if (nearest) return (date) => date.getUTCDate() === nearestWeekday(date, Number(nearest));
  const days = cronField(text, { from: 1, to: 31 });
  return days && ((date) => days.has(date.getUTCDate()));
};

const weekdays = { from: 1, to: 7, names: ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'] };

/** Day of week, Sunday being 1: also `L`, Saturday, `6L`, the last Friday of the month, and `3#2`, the second Tuesday. */
export const dayOfWeekField = (text: string): DayTest | undefined => {
  const last = /^(\w+?)L$/.exec(text)?.[1];
  const nth = /^(\w+)#([1-5])$/.exec(text);
  const name = last ?? nth?.[1] ?? (text === 'L' ? '7' : text);
  const days = cronField(name, weekdays);
  if (!days) return undefined;
  return (date) => {
    if (!days.has(date.getUTCDay() + 1)) return false;
    if (last) return date.getUTCDate() + 7 > lastDay(date);
    return !nth || Math.ceil(date.getUTCDate() / 7) === Number(nth[2]);
  };
};

const lastDay = (date: Date): number =>
  new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();

/** Never leaves the month: a Saturday the 1st goes to Monday the 3rd. */
const nearestWeekday = (date: Date, wanted: number): number => {
  const last = lastDay(date);
  const target = Math.min(wanted, last);
  const weekday = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), target)).getUTCDay();
  if (weekday === 6) return target > 1 ? target - 1 : 3;
  if (weekday === 0) return target < last ? target + 1 : target - 2;
  return target;
};
