export const result = {
  loading: 'Zeilen werden geladen',
  label: 'Ergebniszeilen',
  null: 'NULL',
  more: 'Weitere Zeilen laden',
  showing: (shown: number, all: number) =>
    shown === all
      ? all === 1
        ? '1 Zeile'
        : `Alle ${all.toLocaleString('de')} Zeilen`
      : `${shown.toLocaleString('de')} von ${all.toLocaleString('de')} Zeilen`,
  sortHint: 'Spalten lassen sich sortieren, sobald alle Zeilen geladen sind.',
  capped: (readable: number, all: number) =>
    `Nur die ersten ${readable.toLocaleString('de')} von ${all.toLocaleString('de')} Zeilen sind lesbar; grenzen Sie die Eingaben ein, um die übrigen zu sehen.`,
  cappedByBytes: (most: string, readable: number, all: number) =>
    `Ein Ergebnis ist bis ${most} lesbar, hier die ersten ${readable.toLocaleString('de')} von ${all.toLocaleString('de')} Zeilen; grenzen Sie die Eingaben ein, um die übrigen zu sehen.`,
  noneTitle: 'Keine Zeilen',
  none: 'Die Abfrage lief fehlerfrei, aber zu diesen Eingaben gibt es nichts.',
  failed: 'Die Zeilen konnten nicht geladen werden.',
};
