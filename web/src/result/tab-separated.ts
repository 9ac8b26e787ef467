import type { Cell } from '@readout/runtime/contracts.ts';
import { isPlain } from '../exact/decimal.ts';

/**
 * Rows as spreadsheets take them from the clipboard: cells with every digit, NULL as an empty one, a text with a tab, a
 * line or a quote in it in quotes.
 */
export const tabSeparated = (rows: readonly (readonly Cell[])[]): string =>
  rows.map((row) => row.map(cellOf).join('\t')).join('\n');

const cellOf = (cell: Cell): string => {
  const text = cell === null ? '' : String(cell);
  return /[\t\n\r"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** The same as a file with commas. A text that a spreadsheet would take for a formula has an apostrophe before it. */
export const commaSeparated = (rows: readonly (readonly Cell[])[]): string =>
  `${rows.map((row) => row.map(quoted).join(',')).join('\r\n')}\r\n`;

const quoted = (cell: Cell): string => {
  const text = cell === null ? '' : harmless(String(cell));
  return /[,\n\r"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

const harmless = (text: string): string => (/^[=+\-@\t\r]/.test(text) && !isPlain(text) ? `'${text}` : text);
