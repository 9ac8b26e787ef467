import type { Column } from '@readout/runtime/contracts.ts';
import { isNumeric } from '../result/columns.ts';

/** What a column's values are to a chart. */
export type Kind = 'number' | 'time' | 'text';

const TIMES = /^(date|timestamp|timestamptz)\b/i;

export function kindOf(column: Column): Kind {
  if (isNumeric(column)) return 'number';
  return TIMES.test(column.type) ? 'time' : 'text';
}

/** Where the column of that name stands: names are written in lower case, however the report writes them. */
export function columnAt(columns: readonly Column[], name: string): number {
  const exact = columns.findIndex((column) => column.name === name);
  if (exact >= 0) return exact;
  return columns.findIndex((column) => column.name.toLowerCase() === name.toLowerCase());
}
