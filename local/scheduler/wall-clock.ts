const day = 24 * 60 * 60 * 1000;
const formats = new Map<string, Intl.DateTimeFormat>();

/** Throws RangeError for a time zone that does not exist. */
const formatOf = (timeZone: string): Intl.DateTimeFormat => {
  const known = formats.get(timeZone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formats.set(timeZone, format);
  return format;
};

/** What clocks in a time zone show at a moment, as if it were UTC. */
export const wallClock = (moment: Date, timeZone: string): Date => {
  const parts = formatOf(timeZone).formatToParts(moment);
  const part = (type: string): number => Number(parts.find((each) => each.type === type)?.value);
  const [year, month, date] = [part('year'), part('month') - 1, part('day')];
  return new Date(Date.UTC(year, month, date, part('hour'), part('minute'), part('second')));
};

/**
 * The moment at which clocks in a time zone show `wall`; the first of two where they are set back, undefined where they
 * are set forward over it.
 */
export const momentOf = (wall: Date, timeZone: string): Date | undefined => {
  const offsets = [-day, day].map((shift) => {
    const near = new Date(wall.getTime() + shift);
    return wallClock(near, timeZone).getTime() - near.getTime();
  });
  const moments = offsets
    .map((offset) => new Date(wall.getTime() - offset))
    .filter((moment) => wallClock(moment, timeZone).getTime() === wall.getTime());
  return moments.sort((a, b) => a.getTime() - b.getTime())[0];
};

export const isTimeZone = (name: string): boolean => {
  try {
    return formatOf(name) !== undefined;
  } catch {
    return false;
  }
};
