import type { Cell, Chart, Column } from '@readout/runtime/contracts.ts';
import { missing } from './drawing.ts';
import { guess } from './guess.ts';

export interface Chosen {
  /** Nothing where the result has no column. */
  chart?: Chart;
  /** The columns that the wished chart draws and the result does not have. */
  lacking: string[];
}

/** The chart that is wished, where the result has its columns, and else the one that the columns suggest. */
export function choose(columns: readonly Column[], rows: readonly Cell[][], wished?: Chart): Chosen {
  const lacking = wished ? missing(wished, columns) : [];
  return { chart: wished && lacking.length === 0 ? wished : guess(columns, rows), lacking };
}
