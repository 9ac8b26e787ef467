import { strings } from '../strings.ts';
import { textOf } from './chart-column.ts';
import { toNumber } from './decimal.ts';
import type { Drawing } from './drawing.ts';
import { sizeOf } from './order.ts';
import type { Cursor } from './selection.ts';

/** What stands at one place of a chart, with every digit. */
export interface Reading {
  title: string;
  lines: { name: string; text: string; series: number }[];
}

export function readingOf(drawing: Drawing, { at, series }: Cursor, hidden: ReadonlySet<string>): Reading {
  const { x, xs, chart } = drawing;
  const lines = drawing.series.flatMap(({ name, y, cells }, index) => {
    const cell = cells[at];
    const isMeant = series === undefined || series === index;
    if (!isMeant || hidden.has(name) || cell === undefined) return [];
    const share = chart.type === 'pie' ? shareText(toNumber(cell), sizeOf(cells)) : '';
    return [{ name, text: textOf(cell, y.column) + share, series: index }];
  });
  return { title: textOf(xs[at], x.column), lines };
}

/** One sentence of it, for who listens. */
export const spoken = ({ title, lines }: Reading): string =>
  [title, ...lines.map(({ name, text }) => `${name} ${text}`)].join(', ');

export function shareText(part: number | null, whole: number): string {
  return part === null || whole <= 0 ? '' : ` · ${strings.chart.percent(part / whole)}`;
}
