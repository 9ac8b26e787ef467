export const dashboards = {
  title: 'Dashboards',
  lead: 'Mehrere Berichte auf einer Seite, mit denselben Eingaben.',
  loading: 'Dashboards werden geladen',
  noneTitle: 'Noch keine Dashboards',
  none: 'Ein Dashboard ist eine YAML-Datei unter sql/dashboards. Sobald eine da ist, steht sie hier.',
  tiles: (n: number) => (n === 1 ? '1 Kachel' : `${n} Kacheln`),
  refreshes: (every: string) => `alle ${every} aktualisiert`,
  brokenTitle: 'Dieses Dashboard ist fehlerhaft',
};

export const dashboard = {
  loading: 'Dashboard wird geladen',
  inputs: 'Eingaben für alle Kacheln',
  noInputs: 'Dieses Dashboard braucht keine Eingaben.',
  run: 'Ausführen',
  fullScreen: 'Vollbild',
  leaveFullScreen: 'Vollbild verlassen',
  reset: 'Anordnung zurücksetzen',
  owner: 'Ansprechpartner',
  changed:
    'Die Eingaben haben sich seit dem Lauf dieser Kacheln geändert. Mit „Ausführen“ bringen Sie sie auf den neuen Stand.',
  running: (open: number, all: number) => `${open} von ${all} Kacheln unterwegs`,
  finished: (done: number, failed: number) =>
    failed === 0 ? `${tilesText(done)} fertig` : `${tilesText(done)} fertig, ${failed} nicht`,
  refreshIn: (time: string) => `Aktualisierung in ${time}`,
  refreshPaused: (time: string) => `Aktualisierung angehalten, noch ${time}`,
  refreshLater: (every: string) => `Wird nach dem ersten Lauf alle ${every} aktualisiert`,
  pause: 'Aktualisierung anhalten',
  resume: 'Aktualisierung fortsetzen',
};

export const tile = {
  notRun: 'Noch nicht ausgeführt',
  run: (title: string) => `Ausführen: ${title}`,
  refresh: (title: string) => `Redshift erneut fragen: ${title}`,
  cancel: (title: string) => `Abbrechen: ${title}`,
  open: (title: string) => `Als Bericht öffnen: ${title}`,
  hints: {
    run: 'Diese Kachel ausführen',
    refresh: 'Redshift erneut fragen',
    cancel: 'Abbrechen',
    open: 'Als Bericht öffnen',
  },
  asOf: (moment: string, age: string) => `Datenstand: ${moment}, ${age}`,
  dataLoaded: (moment: string, age: string) => `Daten geladen: ${moment}, ${age}`,
  firstRows: (shown: number, all: number) =>
    `Die ersten ${shown.toLocaleString('de')} von ${all.toLocaleString('de')} Zeilen; der Bericht enthält alle.`,
  partly: (shown: number, all: number) =>
    `Aus den ersten ${shown.toLocaleString('de')} von ${all.toLocaleString('de')} Zeilen.`,
  lastOf: (n: number) => `Die letzte von ${n.toLocaleString('de')} Zeilen`,
  noRows: 'Keine Zeilen zu diesen Eingaben',
  noColumn: (name: string) => `Das Ergebnis hat keine Spalte ${name}.`,
  drag: (title: string) => `Verschieben: ${title}`,
  dragHelp:
    'Beginnen Sie mit Leertaste oder Eingabetaste, verschieben Sie mit den Pfeiltasten, legen Sie mit Leertaste oder Eingabetaste ab; Escape lässt alles, wie es war.',
  resize: (title: string) => `Größe ändern: ${title}`,
  resizeHelp:
    'Beginnen Sie mit Leertaste oder Eingabetaste, ändern Sie die Größe mit den Pfeiltasten, behalten Sie sie mit Leertaste oder Eingabetaste; Escape lässt alles, wie es war.',
};

export const board = {
  moving: 'Wird verschoben',
  resizing: 'Größe wird geändert',
  placed: (column: number, row: number) => `Spalte ${column}, Reihe ${row}`,
  sized: (columns: number, rows: number) => `${columns} Spalten breit, ${rows} Reihen hoch`,
  smallest: 'kleiner geht es nicht',
  inTheWay: (titles: string[]) => `Im Weg: ${titles.join(', ')}`,
  moved: (n: number) => (n === 1 ? '1 andere Kachel macht Platz' : `${n} andere Kacheln machen Platz`),
  dropped: 'Fertig',
  discarded: 'Alles ist, wie es war',
};

const tilesText = (n: number) => (n === 1 ? '1 Kachel' : `${n} Kacheln`);
