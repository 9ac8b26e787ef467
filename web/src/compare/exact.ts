import type { Cell } from '@readout/runtime/contracts.ts';

/** A number as whole `digits` over ten to the power of `scale`. */
interface Decimal {
  digits: bigint;
  scale: number;
}

const DECIMAL = /^([+-]?)(\d+)(?:\.(\d+))?(?:e([+-]?\d{1,4}))?$/i;

/** Nothing for what is no number, as NULL, `NaN` and `Infinity`. */
function decimalOf(cell: Cell): Decimal | undefined {
  const found = DECIMAL.exec(String(cell));
  if (!found) return undefined;
  const [, sign = '', whole = '', part = '', exponent = '0'] = found;
  const scale = part.length - Number(exponent);
  const digits = BigInt(`${sign === '-' ? '-' : ''}${whole}${part}`);
  return scale < 0 ? { digits: digits * 10n ** BigInt(-scale), scale: 0 } : { digits, scale };
}

/** How much more the right number is, with every digit: `0.1`, `-12`. Nothing where either is no number. */
export function difference(left: Cell, right: Cell): string | undefined {
  const [a, b] = [decimalOf(left), decimalOf(right)];
  if (!a || !b) return undefined;
  const scale = Math.max(a.scale, b.scale);
  return textOf(scaled(b, scale) - scaled(a, scale), scale);
}

/** Whether two cells say the same: numbers by value, so that `1.50` is `1.5`; all else by text, NULL only as NULL. */
export function isSame(left: Cell, right: Cell, numeric: boolean): boolean {
  if (left === right) return true;
  if (left === null || right === null) return false;
  if (String(left) === String(right)) return true;
  return numeric && difference(left, right) === '0';
}

const scaled = ({ digits, scale }: Decimal, to: number): bigint => digits * 10n ** BigInt(to - scale);

function textOf(digits: bigint, scale: number): string {
  const text = String(digits < 0n ? -digits : digits).padStart(scale + 1, '0');
  const whole = text.slice(0, text.length - scale);
  const part = text.slice(text.length - scale).replace(/0+$/, '');
  return `${digits < 0n ? '-' : ''}${whole}${part && `.${part}`}`;
}
