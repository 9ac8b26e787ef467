export const run = {
  asked: 'Wird angefragt',
  refused: 'Nicht ausgeführt',
  queued: 'In der Warteschlange',
  inLine: (place: number) => `In der Warteschlange, an ${ordinal(place)} Stelle`,
  running: 'Läuft',
  succeeded: 'Fertig',
  failed: 'Fehlgeschlagen',
  cancelled: 'Abgebrochen',
  cancelling: 'Wird abgebrochen',
  usual: (usual: string, elapsed: string) => `Normalerweise ${usual}; läuft seit ${elapsed}`,
  longerThanUsual: (usual: string, elapsed: string) =>
    `Normalerweise ${usual}; läuft seit ${elapsed}, länger als sonst`,
  usualLabel: 'Verstrichener Teil der üblichen Zeit',
  forTime: (time: string) => `seit ${time}`,
  rows: (n: number) => (n === 1 ? '1 Zeile' : `${n.toLocaleString('de')} Zeilen`),
  stoppedBy: (email: string) => `gestoppt von ${email}`,
  stoppedTitle: (email: string) => `Dieser Lauf wurde von ${email} gestoppt`,
  stoppedBody:
    'Die Betriebsaufsicht hat die Arbeit in Redshift beendet, für alle, die darauf warteten. Fragen Sie nach, bevor Sie den Bericht erneut ausführen.',
  took: (time: string) => `in ${time}`,
  announce: (title: string, status: string) => `${title}: ${status}`,
  asOf: (moment: string) => `Datenstand: ${moment}`,
  dataLoaded: (moment: string) => `Daten geladen: ${moment}`,
  newer: (moment: string) => `Neuere Daten geladen: ${moment}`,
  fresh: 'Mit aktuellen Daten ausführen',
  about: 'Über diesen Lauf',
  fields: {
    report: 'Bericht',
    inputs: 'Eingaben',
    resolved: 'Relative Angaben standen für',
    status: 'Status',
    created: 'Angefragt',
    started: 'Gestartet',
    ended: 'Beendet',
    asOf: 'Von Redshift gelesen',
    dataLoaded: 'Daten geladen',
    rows: 'Zeilen',
    runId: 'Lauf',
    statementId: 'Anweisung',
  },
  who: 'Angefragt von',
  duration: 'Dauer',
  noInputs: 'Keine',
  waitingTitle: 'Das Ergebnis ist unterwegs',
  waiting: 'Es erscheint hier von selbst. Große Abfragen können Minuten dauern.',
  cancelledTitle: 'Dieser Lauf wurde abgebrochen',
  cancelledBody: 'Klicken Sie auf „Ausführen“, um ihn erneut zu starten.',
};

/** `1.`, `2.`, `11.`, `23.`. */
function ordinal(n: number): string {
  return `${n.toLocaleString('de')}.`;
}
