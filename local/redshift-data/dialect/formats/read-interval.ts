/** An interval by the parts that do not add up: a month has no certain number of days. */
export interface ReadInterval {
  months: number;
  days: number;
  micros: number;
}

const second = 1_000_000;
/** [abbreviations, months, days, microseconds] of one unit. */
const units: [string, number, number, number][] = [
  ['millennium millennia mil mils', 12_000, 0, 0],
  ['century centuries c cent cents', 1200, 0, 0],
  ['decade decades dec decs', 120, 0, 0],
  ['year years y yr yrs', 12, 0, 0],
  ['quarter quarters qtr qtrs', 3, 0, 0],
  ['month months mon mons', 1, 0, 0],
  ['week weeks w', 0, 7, 0],
  ['day days d', 0, 1, 0],
  ['hour hours h hr hrs', 0, 0, 3600 * second],
  ['minute minutes m min mins', 0, 0, 60 * second],
  ['second seconds s sec secs', 0, 0, second],
  ['millisecond milliseconds ms msec msecs msecond mseconds', 0, 0, 1000],
  ['microsecond microseconds us usec usecs usecond useconds', 0, 0, 1],
];
const byName = new Map(units.flatMap(([names, ...unit]) => names.split(' ').map((name) => [name, unit])));
const part = /^[\s,]*([+-]?\d*\.?\d+)\s*([a-z]*)/i;
const clock = /^[\s,]*([+-]?)(\d{1,4}):(\d{2})(?::(\d{2}(?:\.\d{1,6})?))?/;

/** A fraction of a month is counted in days of 30 to the month, a fraction of a day in hours. */
const add = (total: ReadInterval, count: number, [months, days, micros]: number[]): void => {
  const allMonths = count * (months ?? 0);
  const allDays = count * (days ?? 0) + (allMonths - Math.trunc(allMonths)) * 30;
  total.months += Math.trunc(allMonths);
  total.days += Math.trunc(allDays);
  total.micros += Math.round((allDays - Math.trunc(allDays)) * 86_400 * second + count * (micros ?? 0));
};

/** Reads `1w, 1h, 30 minutes`, `1 day 02:03:04` or `0.5 days`; a number alone is seconds. Undefined for what is none. */
export const readInterval = (text: string): ReadInterval | undefined => {
  const total: ReadInterval = { months: 0, days: 0, micros: 0 };
  let rest = text.replace(/\s+ago\s*$/i, '').replace(/^\s*@/, '');
  if (!rest.trim()) return undefined;
  while (rest.trim()) {
    const time = clock.exec(rest);
    const match = time ?? part.exec(rest);
    if (!match) return undefined;
    if (time) {
      const seconds = Number(time[2]) * 3600 + Number(time[3]) * 60 + Number(time[4] ?? 0);
      add(total, time[1] === '-' ? -seconds : seconds, [0, 0, second]);
    } else {
      const unit = byName.get((match[2] || 's').toLowerCase());
      if (!unit) return undefined;
      add(total, Number(match[1]), unit as number[]);
    }
    rest = rest.slice(match[0].length);
  }
  const sign = /\s+ago\s*$/i.test(text) ? -1 : 1;
  return { months: sign * total.months, days: sign * total.days, micros: sign * total.micros };
};
