import type { ColumnFormat } from '@readout/runtime/contracts.ts';
import type { EChartsCoreOption } from 'echarts/core';
import { language } from '../words/language.ts';
import { axisLook, categories, GRID, labels, short } from './axis-look.ts';
import { textOf } from './chart-column.ts';
import { toNumber } from './decimal.ts';
import { type Drawing, positionOf, type Series } from './drawing.ts';
import { type Look, strokeOf } from './look.ts';
import { tickFormat } from './moment.ts';

/** Points get a mark of their own only where there is room for it. */
const MOST_MARKS = 60;

/** Lines, areas, bars and points on two axes. */
export function axesOption(drawing: Drawing, look: Look, hidden: ReadonlySet<string>): EChartsCoreOption {
  const series = drawing.series.flatMap((one, at) =>
    hidden.has(one.name) ? [] : [seriesOption(drawing, one, at, look)],
  );
  return {
    grid: GRID,
    xAxis: xAxis(drawing, look),
    yAxis: {
      type: drawing.chart.log ? 'log' : 'value',
      ...axisLook(look),
      axisLabel: { ...labels(look), formatter: short(commonFormat(drawing)) },
    },
    series,
  };
}

/** What is measured on one scale has one sign only if all of it has. */
function commonFormat({ series }: Drawing): ColumnFormat | undefined {
  const [first, ...others] = series.map(({ y }) => y.column.format);
  const isCommon = others.every((one) => one?.format === first?.format && one?.currency === first?.currency);
  return isCommon ? first : undefined;
}

function xAxis({ x, xs }: Drawing, look: Look) {
  const axis = { ...axisLook(look), splitLine: { show: false } };
  if (x.kind === 'category')
    return categories(
      xs.map((cell) => textOf(cell, x.column)),
      look,
    );
  if (x.kind === 'number')
    return {
      ...axis,
      type: 'value',
      scale: true,
      axisLabel: { ...labels(look), formatter: short(x.column.format) },
    };
  const ends = [xs[0] ?? null, xs.at(-1) ?? null].map((cell) => positionOf('time', cell) ?? 0) as [
    number,
    number,
  ];
  const formatter = tickFormat(ends[1] - ends[0], language());
  return { ...axis, type: 'time', axisLabel: { ...labels(look), formatter } };
}

function seriesOption(drawing: Drawing, series: Series, at: number, look: Look) {
  const { chart, xs } = drawing;
  const { color, dash, symbol } = strokeOf(look, at);
  const base = {
    name: series.name,
    data: dataOf(drawing, series),
    itemStyle: { color },
    emphasis: { disabled: true },
  };
  switch (chart.type) {
    case 'bar':
      return {
        ...base,
        type: 'bar',
        barMaxWidth: 56,
        ...(chart.stacked && { stack: 'all' }),
        itemStyle: { color, ...pattern(dash) },
      };
    case 'scatter':
      return {
        ...base,
        type: 'scatter',
        symbol,
        symbolSize: 7,
        large: xs.length > 5_000,
        itemStyle: { color, opacity: 0.7 },
      };
    default:
      return {
        ...base,
        type: 'line',
        symbol,
        symbolSize: 6,
        showSymbol: xs.length <= MOST_MARKS,
        connectNulls: false,
        lineStyle: { color, width: 2, type: dash },
        ...(chart.type === 'area' && { areaStyle: { color, opacity: chart.stacked ? 0.55 : 0.2 } }),
        ...(chart.stacked && { stack: 'all' }),
      };
  }
}

/** Bars that take a colour again are striped. */
const pattern = (dash: 'solid' | 'dashed') =>
  dash === 'solid'
    ? {}
    : {
        decal: {
          color: 'rgba(255, 255, 255, 0.4)',
          dashArrayX: [1, 0],
          dashArrayY: [3, 5],
          rotation: -Math.PI / 4,
        },
      };

/** NULL is a gap; where a series has no row it goes on to the next, except on top of others, which it must not. */
function dataOf({ x, xs, chart }: Drawing, { cells }: Series) {
  return xs.flatMap((cell, at) => {
    if (cells[at] === undefined && !chart.stacked) return [];
    const place = x.kind === 'category' ? at : positionOf(x.kind, cell);
    const value = toNumber(cells[at]);
    return [[place, chart.log && value !== null && value <= 0 ? null : value]];
  });
}
