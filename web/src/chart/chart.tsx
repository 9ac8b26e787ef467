import type { Filter } from '../result/filter.ts';
import { DrawnChart } from './drawn.tsx';
import { type DrawingInput, useDrawing } from './use-drawing.ts';

export interface ChartViewProps extends Omit<DrawingInput, 'complete'> {
  /** Every row of the result is here; the chart says so where not. */
  complete?: boolean;
  /** Of the picture, in pixels. */
  height?: number;
  onFilter?: (filter: Filter) => void;
}

/** A chart by itself, without controls. */
export function ChartView({ complete = true, height = 280, onFilter, ...input }: ChartViewProps) {
  const drawn = useDrawing({ ...input, complete });
  return <DrawnChart {...{ drawn, height, onFilter }} />;
}
