import type { Cell } from '@readout/runtime/contracts.ts';
import { FileTooLarge } from '@readout/runtime/errors.ts';
import { kindOf } from '@readout/runtime/result/column-kind.ts';
import type { Table, TableColumn } from '@readout/runtime/result/table.ts';
import writeExcelFile, { type CellObject, type SheetData } from 'write-excel-file/node';
import { excelText } from './excel-text.ts';
import { momentOf } from './moment.ts';

/** Rows of a worksheet below its header. */
export const MOST_ROWS = 1_048_575;
/** Digits that Excel's numbers keep. */
const MOST_DIGITS = 15;
const MOST_TEXT = 32_767;
/** Before the first Excel counts a day that there never was; it knows none after the last. */
const FIRST_DAY = Date.UTC(1900, 2, 1);
const LAST_DAY = Date.UTC(9999, 11, 31, 23, 59, 59);

/**
 * A table as an Excel workbook: numbers, dates and truth values are such, in a format that shows all of their digits. What
 * Excel cannot hold is text with every digit: more than 15 of them, days before March 1900, microseconds, NaN and
 * infinities. Throws FileTooLarge for more rows, or a longer text, than Excel has room for.
 */
export const xlsxFile = async ({ columns, rows }: Table): Promise<Buffer> => {
  if (rows.length > MOST_ROWS)
    throw new FileTooLarge(`Excel has room for ${MOST_ROWS} rows. Download CSV or Parquet instead.`);
  const header = columns.map(({ name }) => ({ value: excelText(name), fontWeight: 'bold' as const }));
  const data = rows.map((row) => row.map((cell, at) => excelCell(cell, columns[at] as TableColumn)));
  const widths = columns.map((column) => ({ width: widthOf(column) }));
  const sheet = [header, ...data] as SheetData;
  return writeExcelFile(sheet, { columns: widths, stickyRowsCount: 1, sheet: 'Result' }).toBuffer();
};

const widthOf = ({ name, type }: TableColumn): number =>
  Math.min(40, Math.max(name.length + 2, kindOf(type) === 'timestamp' ? 20 : 12));

const excelCell = (cell: Cell, column: TableColumn): CellObject | null => {
  if (cell === null) return null;
  switch (kindOf(column.type)) {
    case 'boolean':
      return { value: cell === true, type: Boolean };
    case 'integer':
      return numberCell(String(cell), '0');
    case 'decimal':
      return numberCell(String(cell), column.scale > 0 ? `0.${'0'.repeat(column.scale)}` : '0');
    case 'float':
      return typeof cell === 'number' ? { value: cell, type: Number } : textCell(cell);
    case 'date':
      return dateCell(String(cell), 'yyyy-mm-dd');
    case 'timestamp':
      return dateCell(String(cell), 'yyyy-mm-dd hh:mm:ss');
    default:
      return textCell(cell);
  }
};

const numberCell = (text: string, format: string): CellObject =>
  text.replace(/^-?0*\.?0*|\./g, '').length > MOST_DIGITS
    ? textCell(text)
    : { value: Number(text), type: Number, format };

const dateCell = (text: string, format: string): CellObject => {
  const { date, micros } = momentOf(text);
  const time = date.getTime();
  if (time < FIRST_DAY || time > LAST_DAY || micros % 1000n !== 0n) return textCell(text);
  return { value: date, type: Date, format: time % 1000 === 0 ? format : `${format}.000` };
};

const textCell = (cell: Cell): CellObject => {
  const value = excelText(String(cell));
  if (value.length > MOST_TEXT)
    throw new FileTooLarge(
      `A text is longer than the ${MOST_TEXT} characters that Excel has room for. Download CSV or Parquet instead.`,
    );
  return { value, type: String };
};
