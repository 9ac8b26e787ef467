import type { Cell } from '@readout/runtime/contracts.ts';
import { decimalText } from '../exact/decimal.ts';
import { exactSum } from '../exact/exact-sum.ts';

/** The sum of cells with every digit; nothing where one of them is no plain decimal. */
export function sumOf(cells: readonly Cell[]): string | undefined {
  const sum = exactSum();
  return cells.every((cell) => sum.add(String(cell))) ? decimalText(sum.get()) : undefined;
}

/** What is drawn: the nearest double, and nothing for NULL and what is no number. */
export function toNumber(cell: Cell | undefined): number | null {
  if (cell == null || cell === '') return null;
  const number = Number(cell);
  return Number.isFinite(number) ? number : null;
}
