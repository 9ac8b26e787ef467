const n = (count: number): string => count.toLocaleString('de');

export const operations = {
  title: 'Betrieb',
  lead: 'Die Läufe aller an einem Tag (UTC): wie sie verlaufen, ohne Eingaben und Zeilen.',
  denied: 'Nur die Betriebsaufsicht sieht die Läufe anderer.',
  count: (shown: number, all: number) => (shown === all ? `(${n(all)})` : `(${n(shown)} von ${n(all)})`),
  asOf: (moment: string) => `Stand ${moment}; wird alle 10 Sekunden neu gelesen.`,
  refresh: 'Aktualisieren',
  loading: 'Läufe werden gelesen',
  noneTitle: 'Keine Läufe',
  none: 'An diesem Tag hat niemand etwas ausgeführt.',
  noMatchTitle: 'Kein passender Lauf',
  noMatch: 'Kein Lauf dieses Tages entspricht diesem Filter.',
  day: 'Tag (UTC)',
  person: 'Person',
  report: 'Bericht',
  anyReport: 'Alle Berichte',
  status: 'Status',
  anyStatus: 'Jeder Status',
  open: 'Noch unterwegs',
  order: 'Reihenfolge',
  latest: 'Neueste zuerst',
  longest: 'Längste zuerst',
  columns: {
    report: 'Bericht',
    person: 'Person',
    status: 'Status',
    when: 'Angefragt',
    duration: 'Dauer',
    rows: 'Zeilen',
    stop: 'Eingreifen',
  },
  stop: 'Stoppen',
  stopNamed: (title: string, person: string) => `Stoppen: ${title}, von ${person}`,
  stopping: 'Wird gestoppt',
  stopTitle: 'Diesen Lauf stoppen?',
  stopBody: (title: string, person: string) =>
    `Die Arbeit in Redshift für „${title}“ von ${person} wird beendet. Zeilen, die noch nicht geliefert sind, gehen verloren.`,
  shared: (others: number, people: string) =>
    others === 1
      ? `1 Lauf anderer wartet auf dieselbe Anweisung und wird mit ihr gestoppt: ${people}.`
      : `${n(others)} Läufe anderer warten auf dieselbe Anweisung und werden mit ihr gestoppt: ${people}.`,
  told: (email: string) => `Allen wird mitgeteilt, dass ${email} gestoppt hat.`,
  keep: 'Weiterlaufen lassen',
  stopped: (count: number) =>
    count === 1
      ? 'Der Lauf wird gestoppt. Er gilt als abgebrochen, sobald Redshift ihn beendet hat.'
      : `${n(count)} Läufe werden gestoppt. Sie gelten als abgebrochen, sobald Redshift ihre Anweisung beendet hat.`,
  details: 'Lauf',
  close: 'Schließen',
  fields: {
    runId: 'Lauf',
    statement: 'Anweisung angeführt von Lauf',
    statementId: 'Anweisung',
    started: 'Gestartet',
    ended: 'Beendet',
    asOf: 'Datenstand',
    error: 'Fehler',
    stoppedBy: 'Gestoppt von',
  },
};
