import type { Cell } from '@readout/runtime/contracts.ts';
import type { Comparison, Difference, DifferenceKind } from './compare-rows.ts';
import { difference } from './exact.ts';
import { isShared, type PairedColumn } from './paired-columns.ts';

export interface CsvWords {
  change: string;
  left: string;
  right: string;
  difference: string;
  kinds: Record<DifferenceKind, string>;
}

/** Lines between two breaths. */
const SLICE = 1_000;

/**
 * The rows that differ as CSV (RFC 4180), in pieces: what became of the row, then of every column the left cell and the
 * right one and, of numbers, their exact difference. NULL is empty, and the empty text is quoted. A text that a
 * spreadsheet would take for a formula has an apostrophe before it.
 */
export function* differencesCsv(
  { rows }: Comparison,
  columns: readonly PairedColumn[],
  words: CsvWords,
): Generator<number, string[]> {
  const pieces = [
    `\uFEFF${lineOf([words.change, ...columns.flatMap((column) => headersOf(column, words))])}`,
  ];
  for (const [at, row] of rows.entries()) {
    if (row.kind !== 'same')
      pieces.push(lineOf([words.kinds[row.kind], ...columns.flatMap((column) => cellsOf(row, column))]));
    if (at % SLICE === SLICE - 1) yield at + 1;
  }
  return pieces;
}

function headersOf(column: PairedColumn, { left, right, difference: by }: CsvWords): string[] {
  const named = (what: string) => safe(`${column.name} (${what})`);
  if (!isShared(column)) return [named(column.left === undefined ? right : left)];
  return [named(left), named(right), ...(column.numeric ? [named(by)] : [])];
}

function cellsOf({ left, right }: Difference, column: PairedColumn): Cell[] {
  const of = (row: readonly Cell[] | undefined, at: number | undefined): Cell =>
    (at === undefined ? null : row?.[at]) ?? null;
  const [old, now] = [of(left, column.left), of(right, column.right)];
  const shown = (cell: Cell) => (column.numeric || typeof cell !== 'string' ? cell : safe(cell));
  if (!isShared(column)) return [shown(column.left === undefined ? now : old)];
  return [shown(old), shown(now), ...(column.numeric ? [difference(old, now) ?? null] : [])];
}

const safe = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);

const lineOf = (cells: readonly Cell[]): string => `${cells.map(quoted).join(',')}\r\n`;

function quoted(cell: Cell): string {
  if (cell === null) return '';
  const text = String(cell);
  return text === '' || /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
