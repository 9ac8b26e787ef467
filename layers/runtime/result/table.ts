import type { ColumnMetadata } from '@aws-sdk/client-redshift-data';
import type { Cell } from '../contracts.ts';

/** A whole result as it goes into a file. */
export interface Table {
  columns: TableColumn[];
  rows: Cell[][];
}

export interface TableColumn {
  name: string;
  /** Redshift's own name: `int8`, `numeric`, `varchar`, … */
  type: string;
  /** Of a decimal: all of its digits, and those behind the point. */
  precision: number;
  scale: number;
}

export const tableColumn = ({
  name = '',
  typeName = '',
  precision = 0,
  scale = 0,
}: ColumnMetadata): TableColumn => ({ name, type: typeName, precision, scale });
