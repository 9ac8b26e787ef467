import { strings } from '../strings.ts';
import { labelOf, textOf } from './chart-column.ts';
import { toNumber } from './decimal.ts';
import type { Drawing, Series } from './drawing.ts';

const words = strings.chart;

/** What is measured of what: it stands above the picture. */
export function captionOf({ chart, x, series }: Drawing): string {
  const names =
    chart.series === undefined || !series[0]
      ? series.map(({ name }) => name).join(', ')
      : `${labelOf(series[0].y.column)} (${chart.series})`;
  return words.caption(names, labelOf(x.column));
}

/** What a chart shows, for who does not see it. Of many series the ends are told by the table. */
export function describe(drawing: Drawing): string {
  const { chart, x, xs, series } = drawing;
  const what = words.describe(words.types[chart.type], captionOf(drawing), xs.length);
  const ends =
    xs.length > 1 && x.kind !== 'category'
      ? [words.from(textOf(xs[0], x.column), textOf(xs.at(-1), x.column))]
      : [];
  return [what, ...ends, ...series.slice(0, 3).flatMap((one) => extremes(one, drawing)), words.table].join(
    ' ',
  );
}

function extremes({ name, y, cells }: Series, { x, xs }: Drawing): string[] {
  let [least, greatest] = [-1, -1];
  for (const [at, cell] of cells.entries()) {
    const value = toNumber(cell);
    if (value === null) continue;
    if (least < 0 || value < (toNumber(cells[least]) as number)) least = at;
    if (greatest < 0 || value > (toNumber(cells[greatest]) as number)) greatest = at;
  }
  if (least < 0) return [];
  const text = (at: number) => [textOf(cells[at], y.column), textOf(xs[at], x.column)] as const;
  return [words.extremes(name, ...text(least), ...text(greatest))];
}
