import type { Cell, Column, ColumnFormat } from '@readout/runtime/contracts.ts';
import { isPlain } from '../../exact/decimal.ts';
import { strings } from '../../strings.ts';
import { language } from '../../words/language.ts';
import { hasOffset, kindOf } from '../columns.ts';

/** What a cell says to a person. */
export type FormatCell = (cell: Cell) => string;

/** Digits are shown as they came, unless the report says otherwise: nothing is rounded or grouped by itself. */
export function cellFormat(format: ColumnFormat = {}): FormatCell {
  const say = valueFormat(format);
  return (cell) => (cell === null ? strings.result.null : say(cell));
}

function valueFormat({
  format,
  currency,
  decimals,
  unit,
}: ColumnFormat): (cell: NonNullable<Cell>) => string {
  switch (format) {
    case 'number':
      return numberFormat({}, decimals, unit);
    case 'currency':
      return numberFormat({ style: 'currency', currency }, decimals);
    case 'percent':
      return numberFormat({ style: 'unit', unit: 'percent' }, decimals);
    case 'date':
      return momentFormat({ dateStyle: 'medium' });
    case 'datetime':
      return momentFormat({ dateStyle: 'medium', timeStyle: 'medium' });
    default:
      return String;
  }
}

/**
 * Groups and rounds digits as text: a number that is given to `Intl.NumberFormat` as a text keeps every digit, which a
 * double would not. Rounds half away from zero.
 */
function numberFormat(style: Intl.NumberFormatOptions, decimals?: number, unit?: string) {
  const byDecimals = new Map<number, Intl.NumberFormat>();
  const formatWith = (digits: number): Intl.NumberFormat => {
    const limits = { minimumFractionDigits: digits, maximumFractionDigits: digits };
    const one = byDecimals.get(digits) ?? new Intl.NumberFormat(language(), { ...style, ...limits });
    byDecimals.set(digits, one);
    return one;
  };
  return (cell: NonNullable<Cell>): string => {
    const text = String(cell);
    if (!isPlain(text)) return text;
    const digits = decimals ?? (text.includes('.') ? text.length - text.indexOf('.') - 1 : 0);
    const said = formatWith(digits).format(text as `${number}`);
    return unit === undefined ? said : `${said}\u00a0${unit}`;
  };
}

/** Dates and times as Redshift writes them. What is another is shown as it came. */
const MOMENT = /^(\d{4}-\d\d-\d\d)(?:[ T](\d\d:\d\d:\d\d)(?:\.\d+)?(Z|[+-]\d\d(?::?\d\d)?)?)?$/;

/** The clock's hands are not moved: a time without an offset is written as if it were UTC's. */
function momentFormat(style: Intl.DateTimeFormatOptions) {
  const writer = new Intl.DateTimeFormat(language(), { ...style, timeZone: 'UTC' });
  return (cell: NonNullable<Cell>): string => {
    const [, date, time = '00:00:00', offset = 'Z'] = MOMENT.exec(String(cell)) ?? [];
    const moment = new Date(`${date}T${time}${offset.length === 3 ? `${offset}:00` : offset}`);
    return Number.isNaN(moment.getTime()) ? String(cell) : writer.format(moment);
  };
}

/** The time zone of a column's times, where it is known; nothing for what has no time. */
export function zoneOf(column: Column, format: ColumnFormat = {}): string | undefined {
  if (kindOf(column) !== 'time') return undefined;
  return hasOffset(column) ? 'UTC' : format.zone;
}
