export const theme = { label: 'Darstellung', light: 'Hell', dark: 'Dunkel', system: 'Wie das System' };

export const language: string = 'Sprache';

export const account = { label: 'Konto', signOut: 'Abmelden' };

export const navigation = {
  title: 'Navigation',
  open: 'Navigation öffnen',
  close: 'Navigation schließen',
  breadcrumbs: 'Brotkrumennavigation',
  notifications: 'Benachrichtigungen',
  reports: 'Berichte',
  dashboards: 'Dashboards',
  pipelines: 'Pipelines',
  schedules: 'Zeitpläne',
  sideBySide: 'Nebeneinander',
  runs: 'Läufe',
  compare: 'Zwei Läufe vergleichen',
  operations: 'Betrieb',
};

export const nowhere = { title: 'Unter dieser Adresse gibt es nichts', back: 'Zu den Berichten' };

export const product: string = 'Readout';
export const retry: string = 'Erneut versuchen';
export const dismiss: string = 'Schließen';
export const starting: string = 'Wird gestartet';
export const loadingView: string = 'Wird geladen';
export const toContent: string = 'Zum Inhalt springen';
export const startFailed: string = 'Readout konnte nicht starten';
export const connecting: string = 'Sie werden angemeldet';
