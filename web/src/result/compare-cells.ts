import type { Cell } from '@readout/runtime/contracts.ts';

const DECIMAL = /^(-?)(\d+)(?:\.(\d+))?$/;

/** Sorts cells of one column: nulls last, numbers by value with every digit counted, the rest by text. */
export function compareCells(left: Cell | undefined, right: Cell | undefined): number {
  if (left == null || right == null) return Number(left == null) - Number(right == null);
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  return compareDecimals(String(left), String(right)) ?? String(left).localeCompare(String(right));
}

/** Nothing when either is no plain decimal. */
function compareDecimals(left: string, right: string): number | undefined {
  const [a, b] = [DECIMAL.exec(left), DECIMAL.exec(right)];
  if (!a || !b) return undefined;
  const digits = Math.max(a[3]?.length ?? 0, b[3]?.length ?? 0);
  const [x, y] = [scaled(a, digits), scaled(b, digits)];
  return x < y ? -1 : Number(x > y);
}

function scaled([, sign, whole = '', part = '']: RegExpExecArray, digits: number): bigint {
  return BigInt(`${sign}${whole}${part.padEnd(digits, '0')}`);
}
