import type { Column } from '@readout/runtime/contracts.ts';
import { isNumeric } from '../result/columns.ts';

/** A column of one result or of both, with its place in each. */
export interface PairedColumn {
  name: string;
  numeric: boolean;
  /** It names rows rather than measures them: a text, a date or a time. */
  naming: boolean;
  left?: number;
  right?: number;
}

/** A column that both results have. */
export type SharedColumn = PairedColumn & { left: number; right: number };

const NAMING = /^(varchar|char|bpchar|text|character|date|time)/i;

/** Columns of one name belong together, the second of that name with the second. The left result has the order. */
export function pairColumns(left: readonly Column[], right: readonly Column[]): PairedColumn[] {
  const others = right.map((column, at) => ({ column, at }));
  const paired = left.map((column, at): PairedColumn => {
    const found = others.findIndex((other) => other.column.name === column.name);
    const [other] = found < 0 ? [] : others.splice(found, 1);
    return { ...describe(column, other?.column), left: at, ...(other && { right: other.at }) };
  });
  return [...paired, ...others.map(({ column, at }) => ({ ...describe(column), right: at }))];
}

const describe = (column: Column, other = column) => ({
  name: column.name,
  numeric: isNumeric(column) && isNumeric(other),
  naming: NAMING.test(column.type),
});

export const isShared = (column: PairedColumn): column is SharedColumn =>
  column.left !== undefined && column.right !== undefined;
