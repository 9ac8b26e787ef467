/** A relative date in words: `last_7_days` is `Last 7 days`; any other text stays as it is. */
function relative(text: string): string {
  if (!/^[a-z\d_]+$/.test(text)) return text;
  const spaced = text.replaceAll('_', ' ').replace(/^last 1 (\w+)s$/, 'last $1');
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}

export const dates = {
  relative,
  stands: (days: string, timeZone: string) => `${days} (${timeZone}).`,
  menu: (label: string) => `${label}: relative dates`,
  fixedDay: 'A fixed date',
  fixedMonth: 'A fixed month',
  modeRelative: 'Relative dates',
  modeFixed: 'Fixed dates',
  another: 'Another number',
  anotherHint: 'Whole days, weeks, months or years before the present one',
};
