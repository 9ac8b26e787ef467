import type { Place } from '../contracts.ts';
import { InvalidTemplate } from '../errors.ts';

/** The error with the line of the file that it is about; any other error as it is. */
export const withExcerpt = (error: unknown, file: string): unknown =>
  error instanceof InvalidTemplate && error.at
    ? new InvalidTemplate(error.message, { ...error.at, text: lineOf(file, error.at) })
    : error;

/** The place in words, and its line with a caret below the column, for a terminal or a log. */
export const caretBelow = (file: string, place: Place): string => {
  const line = lineOf(file, place);
  return `line ${place.line}, column ${place.column}:\n${line}\n${line.slice(0, place.column - 1).replace(/[^\t]/g, ' ')}^`;
};

const lineOf = (file: string, { line }: Place): string => file.split(/\r?\n/)[line - 1] ?? '';
