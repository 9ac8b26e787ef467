import type { EChartsCoreOption } from 'echarts/core';
import { categories, GRID, short } from './axis-look.ts';
import { textOf } from './chart-column.ts';
import { toNumber } from './decimal.ts';
import type { Drawing } from './drawing.ts';
import type { Look } from './look.ts';

/** Squares of x by series, the darker (on dark, the lighter) the more. NULL is an empty square. */
export function heatMapOption({ x, xs, series }: Drawing, look: Look): EChartsCoreOption {
  const data = series.flatMap(({ cells }, row) =>
    cells.flatMap((cell, column) =>
      toNumber(cell) === null ? [] : [[column, row, toNumber(cell) as number]],
    ),
  );
  const [least, greatest] = ends(data.map((square) => square[2] as number));
  return {
    grid: { ...GRID, bottom: 56 },
    xAxis: categories(
      xs.map((cell) => textOf(cell, x.column)),
      look,
    ),
    yAxis: {
      ...categories(
        series.map(({ name }) => name),
        look,
      ),
      inverse: true,
    },
    visualMap: {
      type: 'continuous',
      min: least,
      max: greatest,
      calculable: false,
      orient: 'horizontal',
      left: 'center',
      bottom: 4,
      itemHeight: 140,
      hoverLink: false,
      text: [greatest, least].map(short(series[0]?.y.column.format)),
      textStyle: { color: look.quiet },
      inRange: { color: [...look.ramp] },
    },
    series: [
      {
        type: 'heatmap',
        data,
        itemStyle: { borderColor: look.background, borderWidth: 1 },
        emphasis: { disabled: true },
      },
    ],
  };
}

function ends(values: number[]): [number, number] {
  let [least, greatest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) [least, greatest] = [Math.min(least, value), Math.max(greatest, value)];
  return values.length === 0 ? [0, 1] : [least, greatest === least ? least + 1 : greatest];
}
