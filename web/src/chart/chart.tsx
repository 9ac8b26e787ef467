import type { Cell, Chart, Column } from '@readout/runtime/contracts.ts';
import type { Filter } from '../result/filter.ts';
import { DrawnChart } from './drawn.tsx';
import { useDrawing } from './use-drawing.ts';

export interface ChartViewProps {
  columns: readonly Column[];
  rows: readonly Cell[][];
  /** Every row of the result is here; the chart says so where not. */
  complete?: boolean;
  /** What the columns suggest, when it is left out. */
  chart?: Chart;
  /** Of the picture, in pixels. */
  height?: number;
  onFilter?: (filter: Filter) => void;
}

/** A chart by itself, without controls. */
export function ChartView({ columns, rows, complete = true, chart, height = 280, onFilter }: ChartViewProps) {
  const drawn = useDrawing(columns, rows, complete, chart);
  return <DrawnChart {...{ drawn, columns, rows, height, onFilter }} />;
}
