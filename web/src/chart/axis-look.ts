import type { ColumnFormat } from '@readout/runtime/contracts.ts';
import { language } from '../words/language.ts';
import { signOf } from './exact-text.ts';
import type { Look } from './look.ts';

/** Within the picture, labels of the axes included. */
export const GRID = {
  left: 4,
  right: 20,
  top: 16,
  bottom: 4,
  outerBoundsMode: 'same',
  outerBoundsContain: 'axisLabel',
} as const;

export const labels = (look: Look) => ({ color: look.quiet, fontSize: 12, hideOverlap: true });

export const axisLook = (look: Look) => ({
  axisLabel: labels(look),
  axisLine: { lineStyle: { color: look.line } },
  axisTick: { lineStyle: { color: look.line } },
  splitLine: { lineStyle: { color: look.line } },
});

/** Writes a scale's own numbers, which are round; what is measured is written in full, at the point. */
export function short(format: ColumnFormat = {}): (value: number) => string {
  const number = new Intl.NumberFormat(language(), {
    ...signOf(format),
    notation: 'compact',
    minimumFractionDigits: 0,
    maximumFractionDigits: 2,
  });
  return (value) => number.format(value);
}

/** A place for each name. */
export const categories = (names: string[], look: Look) => ({
  type: 'category' as const,
  data: names,
  ...axisLook(look),
  splitLine: { show: false },
  axisLabel: { ...labels(look), width: 110, overflow: 'truncate' as const },
});
