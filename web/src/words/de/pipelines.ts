const n = (count: number): string => count.toLocaleString('de');

export const pipelines = {
  title: 'Pipelines',
  lead: 'SQL-Skripte, die Daten Schritt für Schritt laden, umformen und prüfen.',
  loading: 'Die Pipelines werden gelesen',
  noneTitle: 'Keine Pipelines',
  none: 'Es gibt noch keine, die Sie sehen dürfen.',
  brokenTitle: 'Ihre Dateien sind fehlerhaft',
  scripts: (scripts: number, steps: number) =>
    `${scripts === 1 ? '1 Skript' : `${n(scripts)} Skripte`} in ${steps === 1 ? '1 Schritt' : `${n(steps)} Schritten`}`,
};

export const pipeline = {
  loading: 'Die Pipeline wird gelesen',
  inputs: 'Eingaben',
  noInputs: 'Diese Pipeline fragt nach nichts.',
  start: 'Starten',
  starting: 'Wird gestartet',
  running: 'Sie läuft; sie kann wieder gestartet werden, sobald sie beendet ist.',
  startsBy: 'Startet von selbst',
  onSchedule: (cron: string, timeZone: string) => `${cron}, ${timeZone}`,
  onObject: (prefix: string) => `wenn eine Datei unter ${prefix} ankommt`,
  onSuccess: (pipeline: string) => `wenn ${pipeline} erfolgreich war`,
  writes: 'Lädt',
  about: 'Was sie tut',
  step: (number: number) => `Schritt ${number}`,
  sideBySide: 'nebeneinander',
  runs: 'Letzte Läufe',
  noRunsTitle: 'Sie ist noch nicht gelaufen',
  noRuns: 'Ihre Läufe erscheinen hier von selbst, wer oder was auch immer sie startet.',
  open: 'Öffnen',
};

export const pipelineRun = {
  loading: 'Der Lauf wird gelesen',
  statuses: {
    queued: 'Wird gestartet',
    running: 'Läuft',
    succeeded: 'Fertig',
    failed: 'Fehlgeschlagen',
    cancelled: 'Abgebrochen',
  },
  scripts: {
    waiting: 'Wartet',
    running: 'Läuft',
    succeeded: 'Fertig',
    failed: 'Fehlgeschlagen',
    skipped: 'Ausgelassen',
    cancelled: 'Abgebrochen',
  },
  forTime: (time: string) => `seit ${time}`,
  inTime: (time: string) => `in ${time}`,
  progress: (done: number, all: number) => `${n(done)} von ${n(all)} Skripten fertig`,
  cancelling: (email: string) =>
    `${email} hat ihn abgebrochen. Er endet, sobald Redshift seine Skripte beendet hat.`,
  cancel: 'Abbrechen',
  cancelTitle: 'Diesen Lauf abbrechen?',
  cancelBody:
    'Die Skripte, die gerade laufen, werden in Redshift beendet und ändern nichts; was fertig ist, bleibt bestehen.',
  keep: 'Laufen lassen',
  retry: 'Ab dem fehlgeschlagenen Schritt erneut ausführen',
  retryOf: 'Setzt fort',
  earlierRun: 'einen früheren Lauf',
  startedBy: 'Gestartet von',
  bySchedule: (cron: string, timeZone: string) => `dem Zeitplan ${cron}, ${timeZone}`,
  byObject: (key: string) => `der Datei ${key}`,
  byPipeline: (pipeline: string) => `dem Erfolg von ${pipeline}`,
  when: 'Gestartet',
  ended: 'Beendet',
  inputs: 'Eingaben',
  noInputs: 'Keine',
  statement: 'Anweisung',
  announce: (title: string, status: string) => `${title}: ${status}`,
};
