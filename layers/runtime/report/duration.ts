const SECONDS: Record<string, number> = { s: 1, m: 60, h: 3600, d: 86_400 };

/** A length of time as a report says it: `30s`, `15m`, `1h`, `1d`. */
export const isDuration = (text: string): boolean => /^[1-9]\d{0,3}[smhd]$/.test(text);

/** The seconds of a duration. */
export const secondsOf = (duration: string): number =>
  Number(duration.slice(0, -1)) * (SECONDS[duration.slice(-1)] ?? Number.NaN);
