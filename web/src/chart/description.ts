import { strings } from '../strings.ts';
import { toNumber } from './decimal.ts';
import type { Drawing, Series } from './drawing.ts';
import { nameOf } from './group.ts';

const words = strings.chart;

/** What a chart shows, for who does not see it. Of many series the ends are told by the table. */
export function describe({ chart, x, xs, series }: Drawing): string {
  const measured = chart.series === undefined ? chart.y.join(', ') : `${chart.y[0]} (${chart.series})`;
  const what = words.describe(words.types[chart.type], measured, x.column.name, xs.length);
  const ends =
    xs.length > 1 && x.kind !== 'category'
      ? [words.from(nameOf(xs[0] ?? null), nameOf(xs.at(-1) ?? null))]
      : [];
  return [what, ...ends, ...series.slice(0, 3).flatMap((one) => extremes(one, xs)), words.table].join(' ');
}

function extremes({ name, cells }: Series, xs: Drawing['xs']): string[] {
  let [least, greatest] = [-1, -1];
  for (const [at, cell] of cells.entries()) {
    const value = toNumber(cell);
    if (value === null) continue;
    if (least < 0 || value < (toNumber(cells[least]) as number)) least = at;
    if (greatest < 0 || value > (toNumber(cells[greatest]) as number)) greatest = at;
  }
  if (least < 0) return [];
  const text = (at: number) => [nameOf(cells[at] ?? null), nameOf(xs[at] ?? null)] as const;
  return [words.extremes(name, ...text(least), ...text(greatest))];
}
