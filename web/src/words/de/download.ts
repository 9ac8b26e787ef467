import type { DownloadFormat } from '@readout/runtime/contracts.ts';

const number = (n: number) => n.toLocaleString('de');

export const download = {
  menu: 'Herunterladen',
  menuOf: (title: string) => `Herunterladen: ${title}`,
  rows: (n: number) => (n === 1 ? '1 Zeile' : `${number(n)} Zeilen`),
  capped: (rows: number, all: number) => `Die ersten ${number(rows)} von ${number(all)} Zeilen`,
  formats: { csv: 'CSV', xlsx: 'Excel', parquet: 'Parquet' } satisfies Record<DownloadFormat, string>,
  about: {
    csv: 'Für jede Tabelle und jedes Programm',
    xlsx: 'Mit echten Zahlen und Daten',
    parquet: 'Für Datenwerkzeuge, jede Ziffer bleibt',
  } satisfies Record<DownloadFormat, string>,
  writing: (format: string) => `Die ${format}-Datei wird geschrieben`,
  preparing: (format: string) => `Redshift bereitet die ${format}-Datei vor.`,
  preparingHint: 'Sie müssen hier nicht warten: Die Datei bleibt einen Tag lang bereit.',
  ready: (format: string) => `Die ${format}-Datei ist bereit`,
  save: 'Datei speichern',
  saveAgain: 'Noch einmal speichern',
  dismiss: 'Hinweis zum Herunterladen schließen',
  cancel: 'Abbrechen',
  saved: (name: string, rows: string, size: string) => `${name} · ${rows} · ${size}`,
  cappedNote:
    'Das Ergebnis hat mehr Zeilen, als gelesen werden dürfen; die Datei enthält so viele wie erlaubt, und ihr Name sagt es.',
  unorderedNote: (moment: string) =>
    `Neu aus Redshift gelesen, ${moment}; die Zeilen stehen in keiner bestimmten Reihenfolge.`,
  parts: 'Die Datei war so groß, dass Redshift mehrere geschrieben hat.',
};
