import type { Cell } from '@readout/runtime/contracts.ts';
import { add, decimalOf, decimalText, negative } from '../exact/decimal.ts';
import { language } from '../words/language.ts';
import { toNumber } from './decimal.ts';

export interface Difference {
  /** -1, 0 or 1. */
  sign: number;
  /** With its sign and every digit. */
  text: string;
  /** Of what it is compared with; nothing where that is zero. */
  percent?: string;
}

const percentage = new Intl.NumberFormat(language(), {
  style: 'percent',
  maximumFractionDigits: 1,
  signDisplay: 'exceptZero',
});

/** How far a value is from another one; nothing where either is no number. */
export function difference(now: Cell, before: Cell): Difference | undefined {
  const [a, b] = [toNumber(now), toNumber(before)];
  if (a === null || b === null) return undefined;
  const text = exact(now, before) ?? String(a - b);
  const sign = Number(text) === 0 ? 0 : text.startsWith('-') ? -1 : 1;
  const percent = b === 0 ? {} : { percent: percentage.format((a - b) / Math.abs(b)).replace('-', '−') };
  return { sign, text: sign > 0 ? `+${text}` : text.replace('-', '−'), ...percent };
}

function exact(now: Cell, before: Cell): string | undefined {
  const [a, b] = [decimalOf(now), decimalOf(before)];
  return a && b && decimalText(add(a, negative(b)));
}
