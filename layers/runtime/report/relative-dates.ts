import type { ParameterType } from '../contracts.ts';

/** When a run is asked for, and the IANA time zone that says which day it is then. */
export interface Moment {
  at: Date;
  timeZone: string;
}

type Unit = 'day' | 'week' | 'month' | 'quarter' | 'year';
/** Midnights in UTC, which stand for days of whatever zone. */
type Span = [first: Date, last: Date];

/** The day, `YYYY-MM-DD`, that it is at a moment. */
export function dayAt({ at, timeZone }: Moment): string {
  const shape = { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' } as const;
  const parts = new Intl.DateTimeFormat('en', shape).formatToParts(at);
  const [year = '', month, day] = ['year', 'month', 'day'].map(
    (wanted) => parts.find(({ type }) => type === wanted)?.value,
  );
  return `${year.padStart(4, '0')}-${month}-${day}`;
}

/**
 * What a relative date such as `last_7_days` stands for on a day, in the form of its type; undefined for any other text.
 * docs/reports.md has the grammar.
 */
export function resolveRelative(type: ParameterType, text: string, today: string): string | undefined {
  const span = READ[type]?.(text, new Date(`${today}T00:00:00Z`));
  const [first, last] = span?.map((day) => day.toISOString().slice(0, 10)) ?? [];
  if (first === undefined) return undefined;
  return type === 'month' ? first.slice(0, 7) : type === 'date' ? first : `${first}/${last}`;
}

/** Whether a text is a relative date of a type, whatever day it is. */
export const isRelative = (type: ParameterType, text: string): boolean =>
  resolveRelative(type, text, '2000-01-01') !== undefined;

const READ: Partial<Record<ParameterType, (text: string, today: Date) => Span | undefined>> = {
  date: readDay,
  month: readMonth,
  'date-range': readSpan,
};

function readDay(text: string, today: Date): Span | undefined {
  const [, edge, range = ''] = /^(start|end)_of_(.+)$/.exec(text) ?? [];
  if (edge === undefined) return DAYS.exec(text) ? units('day', today, -countOf(text), 1) : undefined;
  const span = readSpan(range, today);
  return span && (edge === 'start' ? span : [span[1], span[1]]);
}

function readMonth(text: string, today: Date): Span | undefined {
  return MONTHS.exec(text) ? units('month', today, -countOf(text), 1) : undefined;
}

/** `last_…` are whole units before the one that today is in; `this_…` is that one, its days to come among them. */
function readSpan(text: string, today: Date): Span | undefined {
  if (text === 'today' || text === 'yesterday') return units('day', today, -countOf(text), 1);
  const { whole, which, count, many, begun } = SPANS.exec(text)?.groups ?? {};
  if (whole) return units(whole as Unit, today, which === 'last' ? -1 : 0, 1);
  if (many) return units(many as Unit, today, -Number(count), Number(count));
  return begun ? [startOf(begun as Unit, today), today] : undefined;
}

const DAYS = /^(today|yesterday|[1-9]\d{0,2}_days_ago)$/;
const MONTHS = /^(this_month|last_month|[1-9]\d{0,2}_months_ago)$/;
const SPANS =
  /^(?:(?<which>this|last)_(?<whole>week|month|quarter|year)|last_(?<count>[1-9]\d{0,2})_(?<many>day|week|month|quarter|year)s|(?<begun>week|month|quarter|year)_to_date)$/;

/** How many units ago. */
function countOf(text: string): number {
  if (text === 'today' || text === 'this_month') return 0;
  return text === 'yesterday' || text === 'last_month' ? 1 : Number.parseInt(text, 10);
}

/** So many units, from the first, which is `from` units away from the one that today is in. */
function units(unit: Unit, today: Date, from: number, count: number): Span {
  const next = startOf(unit, today, from + count);
  return [startOf(unit, today, from), startOf('day', next, -1)];
}

/** The first day of a unit. A week begins on Monday. */
function startOf(unit: Unit, day: Date, by = 0): Date {
  const [year, month, date] = [day.getUTCFullYear(), day.getUTCMonth(), day.getUTCDate()];
  const starts: Record<Unit, [year: number, month: number, date: number]> = {
    day: [year, month, date + by],
    week: [year, month, date - ((day.getUTCDay() + 6) % 7) + 7 * by],
    month: [year, month + by, 1],
    quarter: [year, month - (month % 3) + 3 * by, 1],
    year: [year + by, 0, 1],
  };
  return new Date(Date.UTC(...starts[unit]));
}
