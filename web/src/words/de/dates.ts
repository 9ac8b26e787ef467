const WORDS: Record<string, string> = {
  today: 'Heute',
  yesterday: 'Gestern',
  this_week: 'Diese Woche',
  last_week: 'Letzte Woche',
  week_to_date: 'Diese Woche bis heute',
  this_month: 'Dieser Monat',
  last_month: 'Letzter Monat',
  month_to_date: 'Dieser Monat bis heute',
  this_quarter: 'Dieses Quartal',
  last_quarter: 'Letztes Quartal',
  quarter_to_date: 'Dieses Quartal bis heute',
  this_year: 'Dieses Jahr',
  last_year: 'Letztes Jahr',
  year_to_date: 'Dieses Jahr bis heute',
};

const UNITS: Record<string, [one: string, many: string, ago: string]> = {
  day: ['Letzter Tag', 'Tage', 'Tagen'],
  week: ['Letzte Woche', 'Wochen', 'Wochen'],
  month: ['Letzter Monat', 'Monate', 'Monaten'],
  quarter: ['Letztes Quartal', 'Quartale', 'Quartalen'],
  year: ['Letztes Jahr', 'Jahre', 'Jahren'],
};

/** A relative date in words: `last_7_days` is `Letzte 7 Tage`; any other text stays as it is. */
function relative(text: string): string {
  const [, edge, of = ''] = /^(start|end)_of_(.+)$/.exec(text) ?? [];
  if (edge !== undefined) return `${edge === 'start' ? 'Beginn' : 'Ende'}: ${relative(of)}`;
  const [, last, unit = ''] = /^last_(\d+)_(\w+)s$/.exec(text) ?? [];
  const [one, many] = UNITS[unit] ?? [];
  if (last !== undefined && one !== undefined) return last === '1' ? one : `Letzte ${last} ${many}`;
  const [, ago, before = ''] = /^(\d+)_(\w+)s_ago$/.exec(text) ?? [];
  const single = before === 'day' ? 'Vor 1 Tag' : 'Vor 1 Monat';
  if (ago !== undefined) return ago === '1' ? single : `Vor ${ago} ${UNITS[before]?.[2]}`;
  return WORDS[text] ?? text;
}

export const dates = {
  relative,
  stands: (days: string, timeZone: string) => `${days} (${timeZone}).`,
  menu: (label: string) => `${label}: relative Angaben`,
  fixedDay: 'Ein festes Datum',
  fixedMonth: 'Ein fester Monat',
  modeRelative: 'Relativ',
  modeFixed: 'Feste Daten',
  another: 'Andere Anzahl',
  anotherHint: 'Ganze Tage, Wochen, Monate oder Jahre vor dem laufenden Zeitraum',
};
