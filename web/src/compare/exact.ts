import type { Cell } from '@readout/runtime/contracts.ts';
import { add, type Decimal, decimalText, negative } from '../exact/decimal.ts';

const DECIMAL = /^([+-]?)(\d+)(?:\.(\d+))?(?:e([+-]?\d{1,4}))?$/i;

/** Doubles with an exponent are numbers here, too; nothing for what is none, as NULL, `NaN` and `Infinity`. */
function numberOf(cell: Cell): Decimal | undefined {
  const found = DECIMAL.exec(String(cell));
  if (!found) return undefined;
  const [, sign = '', whole = '', part = '', exponent = '0'] = found;
  const scale = part.length - Number(exponent);
  const digits = BigInt(`${sign === '-' ? '-' : ''}${whole}${part}`);
  return scale < 0 ? { digits: digits * 10n ** BigInt(-scale), scale: 0 } : { digits, scale };
}

/** How much more the right number is, with every digit: `0.1`, `-12`. Nothing where either is no number. */
export function difference(left: Cell, right: Cell): string | undefined {
  const [a, b] = [numberOf(left), numberOf(right)];
  return a && b && withoutZeros(decimalText(add(b, negative(a))));
}

/** Whether two cells say the same: numbers by value, so that `1.50` is `1.5`; all else by text, NULL only as NULL. */
export function isSame(left: Cell, right: Cell, numeric: boolean): boolean {
  if (left === right) return true;
  if (left === null || right === null) return false;
  if (String(left) === String(right)) return true;
  return numeric && difference(left, right) === '0';
}

const withoutZeros = (text: string): string => (text.includes('.') ? text.replace(/\.?0+$/, '') : text);
