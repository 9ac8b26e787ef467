import type { EChartsCoreOption } from 'echarts/core';
import { textOf } from './chart-column.ts';
import { toNumber } from './decimal.ts';
import type { Drawing } from './drawing.ts';
import { type Look, strokeOf } from './look.ts';

/** Slices in the order of the drawing, from the top on; what they are is said beside the picture. */
export function pieOption({ x, xs, series }: Drawing, look: Look): EChartsCoreOption {
  const cells = series[0]?.cells ?? [];
  return {
    series: [
      {
        type: 'pie',
        radius: ['45%', '88%'],
        label: { show: false },
        labelLine: { show: false },
        emphasis: { scale: false },
        itemStyle: { borderColor: look.background, borderWidth: 2 },
        data: xs.map((cell, at) => ({
          name: textOf(cell, x.column),
          value: Math.max(0, toNumber(cells[at]) ?? 0),
          itemStyle: { color: sliceColor(look, at) },
        })),
      },
    ],
  };
}

/** A slice has a colour of its own only as long as they last, and lighter ones then. */
export function sliceColor(look: Look, at: number): string {
  const { color } = strokeOf(look, at);
  const round = Math.floor(at / look.colors.length);
  return `${color}${['ff', 'b3', '80', '59'][round] ?? '40'}`;
}
