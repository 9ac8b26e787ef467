import type { Problem } from '../../form/validate.ts';

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
  remove: (label: string) => `${label} entfernen`,
  chosen: (n: number) => `${n.toLocaleString('de')} ausgewählt`,
  backwardsRange: 'Der Zeitraum endet, bevor er beginnt.',
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
      return `Der kleinste Wert ist ${problem.least}.`;
    case 'tooLarge':
      return `Der größte Wert ist ${problem.most}.`;
    case 'tooLong':
      return `Höchstens ${problem.most} Zeichen.`;
    case 'backwards':
      return field.backwardsRange;
  }
}

const TYPE_HINTS: Record<string, string> = {
  integer: 'Geben Sie eine ganze Zahl ein, zum Beispiel 42.',
  number: 'Geben Sie eine Zahl mit Dezimalpunkt ein, zum Beispiel 12.5.',
  boolean: 'Wählen Sie Ja oder Nein.',
  date: 'Geben Sie ein Datum im Format JJJJ-MM-TT ein.',
  datetime: 'Wählen Sie ein Datum und eine Uhrzeit.',
  month: 'Geben Sie einen Monat im Format JJJJ-MM ein.',
  'date-range': 'Wählen Sie einen ersten und einen letzten Tag.',
};
