import { datesText } from '../../form/date-text.ts';
import type { Problem } from '../../form/judge.ts';

export const field = {
  optional: 'optional',
  choose: 'Choose',
  any: 'Any',
  chooseSeveral: 'Choose one or more',
  yes: 'Yes',
  no: 'No',
  onePerLine: 'One value per line.',
  utc: 'In UTC.',
  whenEmpty: (value: string) => `When empty: ${value}.`,
  between: (least: string, most: string) => `From ${least} to ${most}.`,
  atLeast: (least: string) => `From ${least}.`,
  atMost: (most: string) => `To ${most}.`,
  date: 'Date',
  time: 'Time (UTC)',
  from: 'Choose a date range',
  loadingChoices: 'Loading the choices',
  choicesFailed: 'The choices could not be loaded.',
  retry: 'Try again',
  noChoices: 'There are no choices',
  noMatch: 'No choice matches',
  moreChoices: (n: number) => `Only the first ${n.toLocaleString('en')} choices are listed.`,
  find: 'Find a choice',
  clearFind: 'Clear',
  matches: (shown: number, all: number) => `${shown.toLocaleString('en')} of ${all.toLocaleString('en')}`,
  all: 'Select all listed',
  more: 'Show all',
  fewer: 'Show fewer',
  chooseFirst: (label: string) => `Fill in “${label}” first`,
  dropped: (labels: string[]) => `No longer among the choices, and taken out: ${labels.join(', ')}.`,
  notListed: (values: string[]) => `Not in the list: ${values.join(', ')}.`,
  remove: (label: string) => `Remove ${label}`,
  chosen: (n: number) => (n === 1 ? '1 chosen' : `${n} chosen`),
  emptyRange: 'Choose both a first and a last day.',
};

/** Why a field's value does not do. */
export function problemText(problem: Problem, type: string): string {
  switch (problem.kind) {
    case 'required':
      return 'This is required.';
    case 'type':
      return TYPE_HINTS[type] ?? 'This value does not fit.';
    case 'tooSmall':
      return `The least is ${problem.least}${stands(problem.stands)}.`;
    case 'tooLarge':
      return `The most is ${problem.most}${stands(problem.stands)}.`;
    case 'tooLong':
      return `At most ${problem.most} characters.`;
    case 'tooMany':
      return `At most ${problem.most} values.`;
    case 'several':
      return 'Only one value can be given.';
    case 'backwards':
      return 'The range ends before it begins.';
    case 'notListed':
      return 'This is not one of the choices.';
    case 'unknown':
      return 'This report has no such input.';
    case 'tooMuch':
      return `All inputs together are longer than ${problem.most.toLocaleString('en')} bytes.`;
  }
}

const stands = (dates?: string) => (dates ? `; this is ${datesText(dates)}` : '');

const TYPE_HINTS: Record<string, string> = {
  integer: 'Enter a whole number, such as 42.',
  number: 'Enter a number, such as 12.5.',
  boolean: 'Choose yes or no.',
  date: 'Enter a date as YYYY-MM-DD.',
  datetime: 'Choose a date and a time.',
  month: 'Enter a month as YYYY-MM.',
  'date-range': 'Choose a first and a last day.',
};
