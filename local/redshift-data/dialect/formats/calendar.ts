export const months =
  'January February March April May June July August September October November December'.split(' ');
export const days = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');

const dayLength = 86_400_000;
/** Milliseconds since 1970 of a day; days and months past their ends count on. */
export const utcDay = (year: number, month: number, day: number): number => {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getTime();
};

export const julianDay = (time: number): number => Math.floor(time / dayLength) + 2_440_588;
export const fromJulianDay = (day: number): number => (day - 2_440_588) * dayLength;

export const dayOfYear = (time: number): number =>
  (time - utcDay(new Date(time).getUTCFullYear(), 1, 1)) / dayLength + 1;

/** 1 is Monday, 7 is Sunday. */
export const isoDay = (time: number): number => new Date(time).getUTCDay() || 7;

/** Monday of the first week, which has the year's first Thursday. */
export const isoYearStart = (year: number): number => {
  const fourth = utcDay(year, 1, 4);
  return fourth - (isoDay(fourth) - 1) * dayLength;
};

export const isoYear = (time: number): number => {
  const thursday = time + (4 - isoDay(time)) * dayLength;
  return new Date(thursday).getUTCFullYear();
};

export const isoWeek = (time: number): number =>
  Math.floor((time - isoYearStart(isoYear(time))) / dayLength / 7) + 1;
