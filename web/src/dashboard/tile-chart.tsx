import type { Cell, Chart, Column, ColumnFormat } from '@readout/runtime/contracts.ts';
import { useEffect, useRef, useState } from 'react';
import { ChartView } from '../chart/chart.tsx';

export interface TileChartProps {
  columns: readonly Column[];
  rows: readonly Cell[][];
  complete: boolean;
  /** What the columns suggest, when it is left out. */
  chart?: Chart;
  /** How columns are shown, by their names. */
  formats?: Record<string, ColumnFormat>;
}

/** A chart that fills its tile, its legend and notes included, whatever size the tile has been given. */
export default function TileChart(props: TileChartProps) {
  const { outer, inner, height } = useFittingHeight();
  return (
    <div ref={outer} className="tile-chart">
      <div ref={inner}>
        <ChartView {...props} height={height} />
      </div>
    </div>
  );
}

const LEAST = 90;

/** The height of a picture that leaves what is around it just enough: that much higher as the inner is too low. */
function useFittingHeight() {
  const outer = useRef<HTMLDivElement>(null);
  const inner = useRef<HTMLDivElement>(null);
  const [height, setHeight] = useState(200);
  useEffect(() => {
    const [around, within] = [outer.current, inner.current];
    if (!around || !within) return;
    const watch = new ResizeObserver(() =>
      setHeight((now) => Math.max(LEAST, now + around.clientHeight - within.offsetHeight)),
    );
    watch.observe(around);
    watch.observe(within);
    return () => watch.disconnect();
  }, []);
  return { outer, inner, height };
}
