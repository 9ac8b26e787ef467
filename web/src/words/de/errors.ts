import type { ClientErrorName } from '@readout/client';
import type { ErrorTexts } from '../error-texts.ts';

/** What an error means to a person: a heading; the server's own sentence follows it. */
export const errorTitles: Record<ClientErrorName, string> = {
  InvalidInput: 'Bitte prüfen Sie eine der Eingaben',
  InvalidTemplate: 'Die Datei dieses Berichts, dieses Dashboards oder dieser Pipeline ist fehlerhaft',
  ReportNotFound: 'Diesen Bericht gibt es nicht',
  DashboardNotFound: 'Dieses Dashboard gibt es nicht',
  PipelineNotFound: 'Diese Pipeline gibt es nicht',
  RunNotFound: 'Diesen Lauf gibt es unter Ihren Läufen nicht',
  ScheduleNotFound: 'Diesen Zeitplan gibt es unter Ihren Zeitplänen nicht',
  InvalidPage: 'Diese Seite des Ergebnisses wurde nicht gefunden',
  ResultNotReady: 'Das Ergebnis ist noch nicht fertig',
  ResultExpired: 'Das Ergebnis wird nicht mehr aufbewahrt',
  FileTooLarge: 'Das Ergebnis passt nicht in eine solche Datei',
  RunEnded: 'Der Lauf war bereits beendet',
  PipelineBusy: 'Die Pipeline läuft bereits',
  NothingToRetry: 'Es gibt nichts zu wiederholen',
  TooManyRuns: 'Zu viele Ihrer Läufe warten noch',
  TooManySchedules: 'Mehr Zeitpläne werden für Sie nicht aufbewahrt',
  BudgetSpent: 'Die heutige Zeit in Redshift ist aufgebraucht',
  TimedOut: 'Die Abfrage hat zu lange gedauert und wurde beendet',
  ReportChanged: 'Der Bericht wurde inzwischen geändert',
  InvalidMessage: 'Der Server hat die Seite nicht verstanden',
  InvalidTicket: 'Die Verbindung wurde abgelehnt',
  Unauthorized: 'Bitte melden Sie sich erneut an',
  AccessDenied: 'Dazu sind Sie nicht berechtigt',
  QueryFailed: 'Redshift konnte die Abfrage nicht ausführen',
  Unavailable: 'Der Server ist gerade nicht verfügbar',
  InternalError: 'Auf dem Server ist etwas schiefgegangen',
  Offline: 'Der Server ist nicht erreichbar',
};

/** The sentence below the heading. What a query, a file or a message lacks, only the server can say. */
export const errorTexts: ErrorTexts = {
  InvalidInput: ({ field }) =>
    field === undefined
      ? 'Der Server nimmt eine der Eingaben so nicht an.'
      : `Der Server nimmt den Wert von „${field}“ so nicht an.`,
  ReportNotFound: () => 'Vielleicht wurde er umbenannt oder gelöscht.',
  DashboardNotFound: () => 'Vielleicht wurde es umbenannt oder gelöscht.',
  PipelineNotFound: () => 'Vielleicht wurde sie umbenannt oder gelöscht.',
  RunNotFound: () => 'Läufe werden 30 Tage lang aufbewahrt; die Läufe anderer sind nicht zu sehen.',
  ScheduleNotFound: () => 'Vielleicht wurde er schon gelöscht.',
  InvalidPage: () => 'Laden Sie das Ergebnis neu.',
  ResultNotReady: () => 'Der Lauf ist noch nicht zu Ende, oder er endete ohne Ergebnis.',
  ResultExpired: () =>
    'Redshift bewahrt ein Ergebnis und sein SQL 24 Stunden lang auf. Führen Sie den Bericht erneut aus.',
  FileTooLarge: () =>
    'In eine solche Datei passen nicht so viele Zeilen oder so lange Texte. Laden Sie CSV oder Parquet herunter.',
  RunEnded: () => 'Daran lässt sich nichts mehr ändern.',
  PipelineBusy: () => 'Starten Sie sie, wenn der laufende Lauf zu Ende ist.',
  NothingToRetry: () =>
    'Wiederholen lässt sich nur ein fehlgeschlagener oder abgebrochener Lauf, dessen Schritt es noch gibt.',
  TooManyRuns: () => 'Warten Sie, bis einige davon zu Ende sind.',
  TooManySchedules: () => 'Löschen Sie einen davon, bevor Sie einen weiteren anlegen.',
  BudgetSpent: () =>
    'Ihre Gruppen haben ihre Zeit in Redshift für heute verbraucht. Um Mitternacht UTC beginnt sie von neuem.',
  TimedOut: () => 'Sie dauerte länger, als dafür vorgesehen ist. Schränken Sie die Eingaben weiter ein.',
  ReportChanged: () => 'Er wurde geändert, während der Lauf wartete. Führen Sie ihn erneut aus.',
  InvalidTicket: () => 'Die Seite versucht es von selbst noch einmal.',
  Unauthorized: () => 'Ihre Anmeldung ist abgelaufen oder gilt hier nicht.',
  AccessDenied: () =>
    'Dies ist für andere Gruppen als Ihre, oder Ihrer Anmeldung fehlt eine Angabe, die dafür nötig ist.',
  Unavailable: () => 'Ein Dienst hat nicht rechtzeitig geantwortet. Versuchen Sie es gleich noch einmal.',
  InternalError: () => 'Der Fehler liegt auf unserer Seite. Versuchen Sie es später noch einmal.',
  Offline: () => 'Vom Server kam keine Antwort. Besteht eine Netzwerkverbindung?',
};

/** What Cognito refuses, by its error name, in words that say what to do. */
export const authErrors: Record<string, string> = {
  NotAuthorizedException: 'Die E-Mail-Adresse oder das Passwort stimmt nicht.',
  UserNotFoundException: 'Die E-Mail-Adresse oder das Passwort stimmt nicht.',
  UsernameExistsException: 'Zu dieser Adresse gibt es bereits ein Konto. Melden Sie sich stattdessen an.',
  InvalidPasswordException: 'Dieses Passwort erfüllt nicht alle Regeln.',
  CodeMismatchException:
    'Das ist nicht der Code, den wir gesendet haben. Sehen Sie in der neuesten E-Mail nach und versuchen Sie es erneut.',
  ExpiredCodeException: 'Dieser Code ist abgelaufen. Fordern Sie einen neuen an.',
  LimitExceededException: 'Zu viele Versuche. Warten Sie ein paar Minuten und versuchen Sie es erneut.',
  TooManyRequestsException: 'Zu viele Versuche. Warten Sie ein paar Minuten und versuchen Sie es erneut.',
  TooManyFailedAttemptsException:
    'Zu viele falsche Codes. Warten Sie ein paar Minuten und versuchen Sie es erneut.',
  CodeDeliveryFailureException: 'Die E-Mail konnte nicht gesendet werden. Stimmt die Adresse?',
  InvalidParameterException: 'Das sieht nicht nach einer gültigen E-Mail-Adresse aus.',
  SignInExpired: 'Das hat zu lange gedauert. Gehen Sie zurück und melden Sie sich erneut an.',
  PasswordResetRequiredException: 'Sie müssen Ihr Passwort ändern. Nutzen Sie dazu „Passwort vergessen?“.',
  UserDisabledException: 'Dieses Konto ist deaktiviert. Wenden Sie sich an die Person, die Readout betreibt.',
  NetworkError: 'Der Server ist nicht erreichbar. Besteht eine Netzwerkverbindung?',
};

export const authErrorOther: string = 'Das hat nicht geklappt. Versuchen Sie es gleich noch einmal.';
