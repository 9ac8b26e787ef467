import type { Chart, ChartType } from '../contracts.ts';

export const CHART_TYPES: readonly ChartType[] = [
  'line',
  'area',
  'bar',
  'scatter',
  'pie',
  'heat-map',
  'number',
];

/** Which types a key of a chart goes with, where it does not go with all of them. The page offers no other. */
export const GOES_WITH: Partial<Record<keyof Chart, readonly ChartType[]>> = {
  series: ['line', 'area', 'bar', 'scatter', 'heat-map'],
  stacked: ['area', 'bar'],
  sort: ['bar', 'pie'],
  top: ['line', 'area', 'bar', 'pie'],
  log: ['line', 'bar', 'scatter'],
  combine: ['line', 'area', 'bar', 'pie', 'heat-map'],
  compare: ['number'],
};

/** Whether it measures a single column. */
export const isOfOne = ({ type, series }: Pick<Chart, 'type' | 'series'>): boolean =>
  series !== undefined || ['pie', 'heat-map', 'number'].includes(type);

/** Whether `top` has something to choose from: series, or places that stand by themselves. */
export const hasTop = ({ type, series }: Pick<Chart, 'type' | 'series'>): boolean =>
  series !== undefined || type === 'bar' || type === 'pie';

export const MOST_TOP = 100;
