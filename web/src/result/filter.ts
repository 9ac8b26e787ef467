import type { Cell, Column } from '@readout/runtime/contracts.ts';
import { comparing } from './compare-cells.ts';

/**
 * What of a column is shown. A range has both its ends in it, and `null` is an end that is open: no NULL is in a range,
 * so one that is open at both ends is every row that has a value. A text is looked for in what a cell says, in any case.
 */
export type Filter = { column: number } & (
  | { kind: 'range'; from: Cell; to: Cell }
  | { kind: 'values'; values: Cell[] }
  | { kind: 'text'; text: string }
);

/** Whether a row of these columns passes a filter. */
export function passes(filter: Filter, columns: Column[]): (row: readonly Cell[]) => boolean {
  const test = testOf(filter, columns[filter.column] ?? { name: '', type: '' });
  return (row) => test(row[filter.column] ?? null);
}

function testOf(filter: Filter, column: Column): (cell: Cell) => boolean {
  switch (filter.kind) {
    case 'values': {
      const values = new Set(filter.values);
      return (cell) => values.has(cell);
    }
    case 'text': {
      const text = filter.text.toLowerCase();
      return (cell) => cell !== null && String(cell).toLowerCase().includes(text);
    }
    case 'range': {
      const { from, to } = filter;
      const compare = comparing(column);
      return (cell) =>
        cell !== null &&
        (from === null || compare(cell, from) >= 0) &&
        (to === null || compare(cell, to) <= 0);
    }
  }
}
