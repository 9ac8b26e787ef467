import type { Cell } from '@readout/runtime/contracts.ts';
import type { Pivot } from './pivot.ts';

/** What stands over the columns and before the totals. */
export interface PivotHeads {
  /** Over the keys of the rows. */
  corner: string;
  /** Over the last column, which is the measure itself where nothing goes across. */
  last: string;
  /** Before the last row. */
  total: string;
  columns: string[];
  across: boolean;
}

/** A pivot table as rows of cells, heads and totals included: for the clipboard and for a file. */
export function pivotRows(
  { rowKeys, cells, rowTotals, columnTotals, total }: Pivot,
  { corner, last, total: totalText, columns, across }: PivotHeads,
): Cell[][] {
  const withTotal = (first: Cell, between: Cell[], sum: Cell) => [first, ...(across ? between : []), sum];
  return [
    withTotal(corner, columns, last),
    ...rowKeys.map((key, at) => withTotal(key, cells[at] ?? [], rowTotals[at] ?? null)),
    withTotal(totalText, columnTotals, total),
  ];
}
