import type { Cell, Chart } from '@readout/runtime/contracts.ts';
import { compareCells } from '../result/compare-cells.ts';
import { sumOf, toNumber } from './decimal.ts';

/** What the values of several rows become. NULL is no value: of nothing but NULL there is none. */
export function combine(how: Chart['combine'], cells: readonly Cell[]): Cell {
  const values = cells.filter((cell) => cell !== null);
  if (how === 'count') return values.length;
  if (values.length === 0) return null;
  switch (how) {
    case 'mean':
      return Number(sum(values)) / values.length;
    case 'least':
      return values.reduce((one, other) => (compareCells(one, other) <= 0 ? one : other));
    case 'greatest':
      return values.reduce((one, other) => (compareCells(one, other) >= 0 ? one : other));
    default:
      return sum(values);
  }
}

/** With every digit where all are plain decimals, else as doubles. */
function sum(values: readonly Cell[]): Cell {
  if (values.length === 1) return values[0] ?? null;
  const total = values.reduce<number>(
    (sofar, cell) => sofar + (typeof cell === 'number' ? cell : Number.NaN),
    0,
  );
  if (Number.isSafeInteger(total)) return total;
  return sumOf(values) ?? values.reduce<number>((sofar, cell) => sofar + (toNumber(cell) ?? 0), 0);
}
