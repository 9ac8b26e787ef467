/**
 * A token's claims as `requestContext.authorizer.claims` carries them: strings only, lists joined by commas, issue and
 * expiry as Java prints a date.
 */
export const flatClaims = (payload: Record<string, unknown>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(payload).map(([name, value]) => [
      name,
      (name === 'exp' || name === 'iat') && typeof value === 'number' ? javaDate(value) : flat(value),
    ]),
  );

const flat = (value: unknown): string => {
  if (Array.isArray(value)) return value.map(flat).join(',');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
};

/** `Sun Nov 22 09:07:34 UTC 2026` */
const javaDate = (seconds: number): string => {
  const [weekday, day, month, year, time] = new Date(seconds * 1000).toUTCString().split(/[ ,]+/);
  return `${weekday} ${month} ${day} ${time} UTC ${year}`;
};
