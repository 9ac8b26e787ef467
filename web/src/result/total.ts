import type { Cell, Column } from '@readout/runtime/contracts.ts';
import { decimalText, quotientOf } from '../exact/decimal.ts';
import { exactSum } from '../exact/exact-sum.ts';
import { kindOf } from './columns.ts';

/** Adds the numbers of a column up. What is no number, such as NULL, does not count. */
export interface Total {
  add(cell: Cell, times?: number): void;
  /** Null where nothing was added. */
  sum(): Cell;
  mean(): Cell;
}

/** A mean has so many digits more than the numbers that it is of. */
const MORE_DIGITS = 4;

/** Exact for integers and decimals; for floating-point numbers, which are no more than near, near. */
export const total = (column: Column): Total => (kindOf(column) === 'float' ? nearTotal() : exactTotal());

function exactTotal(): Total {
  const sum = exactSum();
  let count = 0;
  return {
    add(cell, times = 1) {
      if (typeof cell !== 'string' && typeof cell !== 'number') return;
      if (sum.add(cell, times)) count += times;
    },
    sum: () => (count === 0 ? null : decimalText(sum.get())),
    mean() {
      if (count === 0) return null;
      const all = sum.get();
      return decimalText(quotientOf(all, count, all.scale + MORE_DIGITS)).replace(/\.?0+$/, '');
    },
  };
}

/** Carries what each addition loses (Neumaier). */
function nearTotal(): Total {
  let [sum, lost, count] = [0, 0, 0];
  return {
    add(cell, times = 1) {
      if (cell === null) return;
      const one = Number(cell) * times;
      const next = sum + one;
      lost += Math.abs(sum) >= Math.abs(one) ? sum - next + one : one - next + sum;
      sum = next;
      count += times;
    },
    sum: () => (count === 0 ? null : finite(sum, lost)),
    mean: () => (count === 0 ? null : numberCell(Number(finite(sum, lost)) / count)),
  };
}

const finite = (sum: number, lost: number): Cell => numberCell(Number.isFinite(sum) ? sum + lost : sum);

/** As a result's own cells say what JSON has no number for. */
const numberCell = (number: number): Cell => (Number.isFinite(number) ? number : String(number));
