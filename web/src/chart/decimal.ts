import type { Cell } from '@readout/runtime/contracts.ts';

/** A number of any length: `digits` divided by ten to the power of `scale`. */
export interface Decimal {
  digits: bigint;
  scale: number;
}

const PLAIN = /^(-?)(\d+)(?:\.(\d+))?$/;

/** Nothing for what is no plain decimal: NULL, text, a double with an exponent. */
export function toDecimal(cell: Cell): Decimal | undefined {
  const [, sign, whole, part = ''] = PLAIN.exec(String(cell)) ?? [];
  if (whole === undefined) return undefined;
  return { digits: BigInt(`${sign}${whole}${part}`), scale: part.length };
}

export function add(left: Decimal, right: Decimal): Decimal {
  const scale = Math.max(left.scale, right.scale);
  return { digits: atScale(left, scale) + atScale(right, scale), scale };
}

export const negative = ({ digits, scale }: Decimal): Decimal => ({ digits: -digits, scale });

/** The sum of cells with every digit; nothing where one of them is no plain decimal. */
export function sumOf(cells: readonly Cell[]): string | undefined {
  if (!cells.every((cell) => PLAIN.test(String(cell)))) return undefined;
  return quickSum(cells.map(String)) ?? decimalText((cells.map(toDecimal) as Decimal[]).reduce(add));
}

/** In doubles, as whole numbers of the last place, as far as those are exact. */
function quickSum(texts: string[]): string | undefined {
  const places = (text: string) => (text.includes('.') ? text.length - text.indexOf('.') - 1 : 0);
  const scale = texts.reduce((most, text) => Math.max(most, places(text)), 0);
  const unit = 10 ** scale;
  const sum = texts.reduce((total, text) => total + Math.round(Number(text) * unit), 0);
  const isExact =
    texts.every((text) => text.length - places(text) + scale <= 15) && Number.isSafeInteger(sum);
  return isExact ? decimalText({ digits: BigInt(sum), scale }) : undefined;
}

/** Every digit, with as many places as the longest of what was added. */
export function decimalText({ digits, scale }: Decimal): string {
  const text = String(digits < 0n ? -digits : digits).padStart(scale + 1, '0');
  const sign = digits < 0n ? '-' : '';
  return scale === 0 ? `${sign}${text}` : `${sign}${text.slice(0, -scale)}.${text.slice(-scale)}`;
}

/** What is drawn: the nearest double, and nothing for NULL and what is no number. */
export function toNumber(cell: Cell | undefined): number | null {
  if (cell == null || cell === '') return null;
  const number = Number(cell);
  return Number.isFinite(number) ? number : null;
}

const atScale = ({ digits, scale }: Decimal, wanted: number): bigint =>
  digits * 10n ** BigInt(wanted - scale);
