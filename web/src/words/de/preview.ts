import type { ValueSource } from '@readout/runtime/contracts.ts';

const sources: Record<ValueSource, string> = { input: 'Eingaben', 'sign-in': 'Ihre Anmeldung' };

/** The SQL of a report, as an engineer sees it before it runs. */
export const preview = {
  open: 'SQL-Vorschau',
  title: 'SQL, das ausgeführt würde',
  close: 'Vorschau schließen',
  lead: 'So würde es mit den Eingaben des Formulars an Redshift gesendet. Ausgeführt wurde nichts.',
  vanishedLead: 'Was durchgestrichen ist, fällt weg, weil eine Eingabe leer ist.',
  statement: 'SQL',
  vanished: (names: string) => `Fällt weg: ${names} ist leer`,
  parameters: 'Gebundene Werte',
  noParameters: 'Es wird nichts gebunden.',
  name: 'Parameter',
  value: 'Wert',
  from: 'Herkunft',
  sources,
  copy: 'SQL kopieren',
  copied: 'Das SQL ist kopiert',
  copyFailed: 'Das SQL konnte nicht kopiert werden',
};

/** Where in a report's file an error is. */
export const place = (line: number, column: number): string =>
  `Zeile ${line}, Spalte ${column} in der Datei des Berichts`;
