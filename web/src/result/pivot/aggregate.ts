import type { Cell, Column } from '@readout/runtime/contracts.ts';
import { comparing } from '../compare-cells.ts';
import { total } from '../total.ts';

export type Measure = 'count' | 'sum' | 'mean' | 'least' | 'greatest';

/** What becomes of many values. NULL is counted as a row, and nothing else. */
export interface Aggregate {
  add(cell: Cell): void;
  get(): Cell;
}

const ANY: Column = { name: '', type: '' };

export function aggregate(measure: Measure, column: Column = ANY): Aggregate {
  switch (measure) {
    case 'count':
      return counted();
    case 'sum': {
      const { add, sum } = total(column);
      return { add, get: sum };
    }
    case 'mean': {
      const { add, mean } = total(column);
      return { add, get: mean };
    }
    case 'least':
      return foremost(comparing(column));
    case 'greatest': {
      const compare = comparing(column);
      return foremost((a, b) => compare(b, a));
    }
  }
}

function counted(): Aggregate {
  let count = 0;
  return {
    add: () => {
      count += 1;
    },
    get: () => count,
  };
}

function foremost(compare: (a: Cell, b: Cell) => number): Aggregate {
  let first: Cell = null;
  return {
    add: (cell) => {
      if (cell !== null && (first === null || compare(cell, first) < 0)) first = cell;
    },
    get: () => first,
  };
}
