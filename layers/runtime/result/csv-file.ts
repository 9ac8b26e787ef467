import type { Cell } from '../contracts.ts';
import { kindOf } from './column-kind.ts';
import { spreadsheetSafe } from './spreadsheet-safe.ts';
import type { Table } from './table.ts';

/** By it Excel knows that a CSV file is UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF';

/**
 * A table as RFC 4180 has it. NULL is an empty field and an empty text is `""`, as PostgreSQL has them. Unless `raw`, the
 * file begins with a byte order mark, and a text that a spreadsheet would run as a formula with an apostrophe.
 */
export const csvFile = ({ columns, rows }: Table, raw = false): Buffer => {
  const safe = (text: string): string => (raw ? text : spreadsheetSafe(text));
  const isText = columns.map(({ type }) => kindOf(type) === 'text');
  const fields = (row: Cell[]): string[] =>
    row.map((cell, at) => field(typeof cell === 'string' && isText[at] ? safe(cell) : cell));
  const header = columns.map(({ name }) => field(safe(name)));
  const lines = [header, ...rows.map(fields)].map((line) => `${line.join(',')}\r\n`);
  return Buffer.from((raw ? '' : BYTE_ORDER_MARK) + lines.join(''));
};

const field = (cell: Cell): string => {
  if (cell === null) return '';
  const text = String(cell);
  return text === '' || /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};
