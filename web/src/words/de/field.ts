import { datesText } from '../../form/date-text.ts';
import type { Problem } from '../../form/judge.ts';

export const field = {
  optional: 'optional',
  choose: 'Auswählen',
  any: 'Beliebig',
  chooseSeveral: 'Einen oder mehrere Werte auswählen',
  yes: 'Ja',
  no: 'Nein',
  onePerLine: 'Ein Wert pro Zeile.',
  utc: 'In UTC.',
  whenEmpty: (value: string) => `Wenn leer: ${value}.`,
  between: (least: string, most: string) => `Von ${least} bis ${most}.`,
  atLeast: (least: string) => `Ab ${least}.`,
  atMost: (most: string) => `Bis ${most}.`,
  date: 'Datum',
  time: 'Uhrzeit (UTC)',
  from: 'Zeitraum auswählen',
  loadingChoices: 'Auswahl wird geladen',
  choicesFailed: 'Die Auswahl konnte nicht geladen werden.',
  retry: 'Erneut versuchen',
  noChoices: 'Es gibt nichts zur Auswahl',
  noMatch: 'Kein passender Wert',
  moreChoices: (n: number) => `Nur die ersten ${n.toLocaleString('de')} Werte sind aufgeführt.`,
  find: 'Wert suchen',
  clearFind: 'Leeren',
  matches: (shown: number, all: number) => `${shown.toLocaleString('de')} von ${all.toLocaleString('de')}`,
  all: 'Alle aufgeführten auswählen',
  more: 'Alle anzeigen',
  fewer: 'Weniger anzeigen',
  chooseFirst: (label: string) => `Füllen Sie zuerst „${label}“ aus`,
  dropped: (labels: string[]) => `Steht nicht mehr zur Auswahl und wurde entfernt: ${labels.join(', ')}.`,
  notListed: (values: string[]) => `Nicht in der Liste: ${values.join(', ')}.`,
  remove: (label: string) => `${label} entfernen`,
  chosen: (n: number) => `${n.toLocaleString('de')} ausgewählt`,
  emptyRange: 'Wählen Sie einen ersten und einen letzten Tag.',
};

/** Why a field's value does not do. */
export function problemText(problem: Problem, type: string): string {
  switch (problem.kind) {
    case 'required':
      return 'Diese Angabe ist erforderlich.';
    case 'type':
      return TYPE_HINTS[type] ?? 'Dieser Wert passt nicht.';
    case 'tooSmall':
      return `Der kleinste Wert ist ${problem.least}${stands(problem.stands)}.`;
    case 'tooLarge':
      return `Der größte Wert ist ${problem.most}${stands(problem.stands)}.`;
    case 'tooLong':
      return `Höchstens ${problem.most} Zeichen.`;
    case 'tooMany':
      return `Höchstens ${problem.most} Werte.`;
    case 'several':
      return 'Hier ist nur ein Wert möglich.';
    case 'backwards':
      return 'Der Zeitraum endet, bevor er beginnt.';
    case 'notListed':
      return 'Dieser Wert steht nicht zur Auswahl.';
    case 'unknown':
      return 'Dieser Bericht kennt diese Eingabe nicht.';
    case 'tooMuch':
      return `Alle Eingaben zusammen sind länger als ${problem.most.toLocaleString('de')} Bytes.`;
  }
}

const stands = (dates?: string) => (dates ? `; dies ist ${datesText(dates)}` : '');

const TYPE_HINTS: Record<string, string> = {
  integer: 'Geben Sie eine ganze Zahl ein, zum Beispiel 42.',
  number: 'Geben Sie eine Zahl mit Dezimalpunkt ein, zum Beispiel 12.5.',
  boolean: 'Wählen Sie Ja oder Nein.',
  date: 'Geben Sie ein Datum im Format JJJJ-MM-TT ein.',
  datetime: 'Wählen Sie ein Datum und eine Uhrzeit.',
  month: 'Geben Sie einen Monat im Format JJJJ-MM ein.',
  'date-range': 'Wählen Sie einen ersten und einen letzten Tag.',
};
