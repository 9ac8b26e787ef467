import type { Cell, ColumnFormat } from '@readout/runtime/contracts.ts';
import { decimalOf } from '../exact/decimal.ts';
import { language } from '../words/language.ts';
import { toMoment } from './moment.ts';

/** What Intl keeps behind the point at most. */
const MOST_PLACES = 20;

/** A cell in its column's format with every digit that it has: a chart is where numbers are pointed at, not rounded. */
export function exactText(cell: Exclude<Cell, null>, format: ColumnFormat = {}): string {
  switch (format.format) {
    case 'number':
    case 'currency':
    case 'percent':
      return numberText(cell, format);
    case 'date':
      return timeText(cell, { dateStyle: 'medium' });
    case 'datetime':
      return timeText(cell, { dateStyle: 'medium', timeStyle: 'medium' });
    default:
      return String(cell);
  }
}

/** The sign of a currency or of percents, for Intl. */
export const signOf = ({ format, currency }: ColumnFormat): Intl.NumberFormatOptions => {
  if (format === 'currency' && currency) return { style: 'currency', currency };
  return format === 'percent' ? { style: 'unit', unit: 'percent' } : {};
};

function numberText(cell: Exclude<Cell, null>, format: ColumnFormat): string {
  const scale = decimalOf(cell)?.scale;
  if (scale === undefined || scale > MOST_PLACES) return String(cell);
  const places = { minimumFractionDigits: scale, maximumFractionDigits: scale };
  const text = new Intl.NumberFormat(language(), { ...signOf(format), ...places }).format(
    String(cell) as Intl.StringNumericLiteral,
  );
  return format.unit === undefined ? text : `${text} ${format.unit}`;
}

/** As it came where it is finer than a second. */
function timeText(cell: Exclude<Cell, null>, style: Intl.DateTimeFormatOptions): string {
  const moment = toMoment(cell);
  if (moment === null || moment % 1000 !== 0) return String(cell);
  return new Intl.DateTimeFormat(language(), { timeZone: 'UTC', ...style }).format(moment);
}
