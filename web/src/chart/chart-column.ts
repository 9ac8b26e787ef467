import type { Cell, Column, ColumnFormat } from '@readout/runtime/contracts.ts';
import { strings } from '../strings.ts';
import { exactText } from './exact-text.ts';

/** A column, and how its report wants it to be shown. */
export interface ChartColumn extends Column {
  format?: ColumnFormat;
}

export const withFormats = (
  columns: readonly Column[],
  formats: Record<string, ColumnFormat> = {},
): ChartColumn[] =>
  columns.map((column) =>
    Object.hasOwn(formats, column.name) ? { ...column, format: formats[column.name] } : column,
  );

export const labelOf = ({ name, format }: ChartColumn): string => format?.label ?? name;

/** What a cell says. */
export const textOf = (cell: Cell | undefined, { format }: ChartColumn): string =>
  cell == null ? strings.result.null : exactText(cell, format);
