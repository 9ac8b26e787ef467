import type { Cell } from '@readout/runtime/contracts.ts';

/** A number with every digit: `digits` divided by ten to the power of `scale`. */
export interface Decimal {
  digits: bigint;
  scale: number;
}

const PLAIN = /^(-?)(\d+)(?:\.(\d+))?$/;

/** Whether a text is digits and no more: neither `NaN` nor `1e21`. */
export const isPlain = (text: string): boolean => PLAIN.test(text);

/** Nothing for what is no plain number: NULL, `NaN`, `1e21`, a text. */
export function decimalOf(cell: Cell): Decimal | undefined {
  const found = PLAIN.exec(String(cell));
  if (!found) return undefined;
  const [, sign, whole = '', part = ''] = found;
  return { digits: BigInt(sign + whole + part), scale: part.length };
}

/** Every digit, with as many behind the point as the scale says. */
export function decimalText({ digits, scale }: Decimal): string {
  const all = String(digits < 0n ? -digits : digits).padStart(scale + 1, '0');
  const whole = all.slice(0, all.length - scale);
  return `${digits < 0n ? '-' : ''}${whole}${scale > 0 ? `.${all.slice(-scale)}` : ''}`;
}

/** The same number with more digits behind the point, or with fewer, rounded half away from zero. */
export function rescaled({ digits, scale }: Decimal, to: number): Decimal {
  if (to >= scale) return { digits: digits * 10n ** BigInt(to - scale), scale: to };
  return { digits: divided(digits, 10n ** BigInt(scale - to)), scale: to };
}

export function add(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale);
  return { digits: rescaled(a, scale).digits + rescaled(b, scale).digits, scale };
}

export const negative = ({ digits, scale }: Decimal): Decimal => ({ digits: -digits, scale });

/** A part of a number, with so many digits behind the point, the last rounded half away from zero. */
export const quotientOf = (of: Decimal, count: number, scale: number): Decimal => ({
  digits: divided(
    rescaled(of, Math.max(of.scale, scale)).digits,
    BigInt(count) * 10n ** BigInt(Math.max(0, of.scale - scale)),
  ),
  scale,
});

/** Negative, zero or positive. */
export function compareDecimals(a: Decimal, b: Decimal): number {
  const scale = Math.max(a.scale, b.scale);
  const [x, y] = [rescaled(a, scale).digits, rescaled(b, scale).digits];
  return x < y ? -1 : Number(x > y);
}

function divided(digits: bigint, by: bigint): bigint {
  const rounded = ((digits < 0n ? -digits : digits) * 2n + by) / (by * 2n);
  return digits < 0n ? -rounded : rounded;
}
