import type { ValueSource } from '@readout/runtime/contracts.ts';

const sources: Record<ValueSource, string> = { input: 'Inputs', 'sign-in': 'Your sign-in' };

/** The SQL of a report, as an engineer sees it before it runs. */
export const preview = {
  open: 'Preview SQL',
  title: 'SQL that would run',
  close: 'Close the preview',
  lead: 'As it would be sent to Redshift with the inputs of the form. Nothing has run.',
  vanishedLead: 'What is struck through has vanished, because an input is empty.',
  statement: 'SQL',
  vanished: (names: string) => `Vanished: ${names} is empty`,
  parameters: 'Bound values',
  noParameters: 'Nothing is bound.',
  name: 'Parameter',
  value: 'Value',
  from: 'From',
  sources,
  copy: 'Copy SQL',
  copied: 'The SQL is copied',
  copyFailed: 'The SQL could not be copied',
};

/** Where in a report's file an error is. */
export const place = (line: number, column: number): string =>
  `Line ${line}, column ${column} of the report’s file`;
