export const reports = {
  title: 'Berichte',
  lead: 'Wählen Sie einen Bericht und seine Eingaben und führen Sie ihn aus.',
  search: 'Bericht suchen',
  tags: 'Tags',
  anyTag: 'Alle Tags',
  count: (shown: number, all: number) =>
    shown === all
      ? `(${all.toLocaleString('de')})`
      : `(${shown.toLocaleString('de')} von ${all.toLocaleString('de')})`,
  matches: (n: number) => `${n.toLocaleString('de')} Treffer`,
  loading: 'Berichte werden geladen',
  noneTitle: 'Noch keine Berichte',
  none: 'Ein Bericht ist eine SQL-Datei unter sql/reports. Sobald dort eine liegt, erscheint sie hier.',
  noMatchTitle: 'Kein passender Bericht',
  noMatch: 'Zu diesen Wörtern und Tags gibt es nichts.',
  clear: 'Suche zurücksetzen',
  inputs: (n: number) =>
    n === 0 ? 'Keine Eingaben' : n === 1 ? '1 Eingabe' : `${n.toLocaleString('de')} Eingaben`,
};
