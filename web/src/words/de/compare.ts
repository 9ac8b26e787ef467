const n = (count: number): string => count.toLocaleString('de');

export const compare = {
  lead: 'Zelle für Zelle, über alle Zeilen beider Läufe.',
  left: 'Links',
  right: 'Rechts',
  swap: 'Seiten tauschen',
  nothingTitle: 'Nichts zu vergleichen',
  nothing: 'Wählen Sie in der Liste Ihrer Läufe zwei fertige Läufe desselben Berichts.',
  toRuns: 'Zu den Läufen',
  unfinished: (side: string) =>
    `${side}: Dieser Lauf hat noch kein Ergebnis. Der Vergleich beginnt von selbst, sobald es da ist.`,
  noResult: (side: string) => `${side}: Dieser Lauf endete ohne Ergebnis.`,
  otherReport: 'Dies sind Läufe zweier Berichte. Spalten werden nach ihren Namen verglichen.',
  capped: (side: string, rows: number, all: number) =>
    `${side}: Nur die ersten ${n(rows)} von ${n(all)} Zeilen sind lesbar, und nur diese werden verglichen.`,
  reading: (side: string) => `Zeilen werden gelesen: ${side}`,
  rowsRead: (read: number, all?: number) => (all === undefined ? n(read) : `${n(read)} von ${n(all)}`),
  comparing: 'Wird verglichen',
  failed: (side: string) => `${side}: Die Zeilen konnten nicht gelesen werden`,
  keys: 'Zeilen gehören zusammen, wenn diese gleich sind',
  keysHint: 'Ohne Spalte gehört die erste Zeile zur ersten, die zweite zur zweiten.',
  byNumber: 'Die Nummer der Zeile',
  removeKey: (name: string) => `${name} entfernen`,
  apart:
    'Keine Zeile des einen Ergebnisses gehört zu einer Zeile des anderen. Wählen Sie andere Spalten, oder keine, um die erste Zeile mit der ersten zu vergleichen.',
  repeated: (count: number) =>
    count === 1
      ? '1 Zeile hat denselben Schlüssel wie eine andere ihres Ergebnisses; solche Zeilen werden der Reihe nach zugeordnet. Eine weitere Schlüsselspalte unterscheidet sie vielleicht.'
      : `${n(count)} Zeilen haben denselben Schlüssel wie eine andere ihres Ergebnisses; solche Zeilen werden der Reihe nach zugeordnet. Eine weitere Schlüsselspalte unterscheidet sie vielleicht.`,
  kinds: { added: 'Neu', removed: 'Entfallen', changed: 'Geändert', same: 'Gleich' },
  state: 'Zeile',
  show: 'Angezeigte Zeilen',
  changes: (count: number) => `Nur Änderungen (${n(count)})`,
  kind: (name: string, count: number) => `${name} (${n(count)})`,
  everything: (count: number) => `Alle Zeilen (${n(count)})`,
  identicalTitle: 'Kein Unterschied',
  identical: (rows: number) =>
    rows === 1
      ? 'Die eine Zeile beider Ergebnisse ist in jeder Zelle gleich.'
      : `Alle ${n(rows)} Zeilen sind in jeder Zelle gleich.`,
  noneOfKind: 'Es gibt keine solche Zeile.',
  columnsDiffer: (list: string) => `Spalten mit Unterschieden: ${list}`,
  columnRows: (name: string, rows: number) => `${name} (${rows === 1 ? '1 Zeile' : `${n(rows)} Zeilen`})`,
  noColumnDiffers: 'In Zeilen, die beide haben, unterscheidet sich keine Zelle.',
  onlyDiffering: 'Nur Spalten mit Unterschieden',
  onlyLeft: (name: string) => `${name} (nur links)`,
  onlyRight: (name: string) => `${name} (nur rechts)`,
  was: 'war',
  is: 'ist jetzt',
  changedBy: (by: string) => `Unterschied ${by}`,
  table: 'Unterschiede',
  summary: (added: number, removed: number, changed: number, same: number) =>
    `${n(added)} neu, ${n(removed)} entfallen, ${n(changed)} geändert, ${n(same)} gleich`,
  download: 'Unterschiede herunterladen (CSV)',
  csv: { change: 'Änderung', left: 'links', right: 'rechts', difference: 'Unterschied' },
};
