const TIMESTAMP = /^(\d{4,6})-(\d\d)-(\d\d)(?: (\d\d):(\d\d):(\d\d)(?:\.(\d{1,6}))?)?(?:\+00)?( BC)?$/;

/** A date or timestamp as the Data API writes them. */
export interface Moment {
  /** To the millisecond, in UTC. */
  date: Date;
  /** Microseconds since 1970. */
  micros: bigint;
}

/** Throws for a text that is neither. */
export const momentOf = (text: string): Moment => {
  const [, years, month, day, hour = '0', minute = '0', second = '0', fraction = '', before] =
    TIMESTAMP.exec(text) ?? [];
  if (years === undefined) throw new Error('a value of a date or timestamp is neither');
  const at = new Date(0);
  at.setUTCFullYear(before ? 1 - Number(years) : Number(years), Number(month) - 1, Number(day));
  at.setUTCHours(Number(hour), Number(minute), Number(second));
  const rest = Number(fraction.padEnd(6, '0'));
  return {
    date: new Date(at.getTime() + Math.floor(rest / 1000)),
    micros: BigInt(at.getTime()) * 1000n + BigInt(rest),
  };
};
