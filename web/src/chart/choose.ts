import type { Cell, Chart } from '@readout/runtime/contracts.ts';
import type { ChartColumn } from './chart-column.ts';
import { missing } from './drawing.ts';
import { guess, LOOKED_AT } from './guess.ts';

export interface Chosen {
  /** Nothing where the result has no column. */
  chart?: Chart;
  /** The columns that the wished chart draws and the result does not have. */
  lacking: string[];
}

/** Nobody wants to see drawn what the report hides. */
function guessShown(columns: readonly ChartColumn[], rows: readonly Cell[][]): Chart | undefined {
  const shown = columns.filter(({ format }) => !format?.hide);
  const at = shown.map((column) => columns.indexOf(column));
  return guess(
    shown,
    rows.slice(0, LOOKED_AT).map((row) => at.map((one) => row[one] ?? null)),
  );
}

/** The chart that is wished, where the result has its columns, and else the one that the columns suggest. */
export function choose(columns: readonly ChartColumn[], rows: readonly Cell[][], wished?: Chart): Chosen {
  const lacking = wished ? missing(wished, columns) : [];
  return { chart: wished && lacking.length === 0 ? wished : guessShown(columns, rows), lacking };
}
