/** Whether a text names a time zone, as IANA does: `Europe/Berlin`. */
export const isTimeZone = (name: string): boolean => {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
};

/** What a clock in a time zone shows at a moment, `2026-01-31T06:00:00`: such texts are in the order of their times. */
export const clockIn = (timeZone: string, at: Date): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' })
    .format(at)
    .replace(' ', 'T');
