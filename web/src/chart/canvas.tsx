import { useId, useMemo, useRef } from 'react';
import type { Filter } from '../result/filter.ts';
import { strings } from '../strings.ts';
import type { ChartColumn } from './chart-column.ts';
import { describe } from './description.ts';
import type { Drawing } from './drawing.ts';
import type { EChartsType } from './engine.ts';
import type { Look } from './look.ts';
import { optionOf } from './option.ts';
import { readingOf, spoken } from './reading.ts';
import { ReadingBox } from './reading-box.tsx';
import { useCursor } from './use-cursor.ts';
import { useEChart } from './use-echart.ts';

export interface CanvasProps {
  drawing: Drawing;
  columns: readonly ChartColumn[];
  look: Look;
  /** The names of the series that are switched off. */
  hidden: ReadonlySet<string>;
  /** In pixels. */
  height: number;
  onFilter?: (filter: Filter) => void;
}

/** The picture itself, which can be walked and selected in by pointer and by keys. */
export default function Canvas({ drawing, columns, look, hidden, height, onFilter }: CanvasProps) {
  const host = useRef<HTMLDivElement>(null);
  const keys = useId();
  const option = useMemo(() => optionOf(drawing, look, hidden), [drawing, look, hidden]);
  const chart = useEChart(host, option);
  const { cursor, anchor, positions, handlers } = useCursor({ chart, drawing, columns, onFilter });
  const reading = cursor && cursor.at < drawing.xs.length ? readingOf(drawing, cursor, hidden) : undefined;
  const place = (at: number) => pixelAt(chart, drawing, positions[at] ?? 0);
  return (
    <div
      className="chart"
      role="application"
      aria-label={describe(drawing)}
      aria-describedby={keys}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: its arrow keys walk along the axis
      tabIndex={0}
      {...handlers}
    >
      <div ref={host} className="chart-picture" style={{ height }} />
      {cursor && anchor !== undefined && <Span from={place(anchor)} to={place(cursor.at)} />}
      {cursor && reading && (
        <ReadingBox
          reading={reading}
          look={look}
          drawing={drawing}
          at={place(cursor.at)}
          width={chart?.getWidth() ?? 0}
        />
      )}
      <p className="unseen" role="status">
        {reading && spoken(reading)}
      </p>
      <p className="unseen" id={keys}>
        {strings.chart.keys}
      </p>
    </div>
  );
}

/** Where a position on the axis is painted: the middle for what has none. */
function pixelAt(chart: EChartsType | undefined, { chart: { type } }: Drawing, position: number): number {
  if (!chart || type === 'pie') return (chart?.getWidth() ?? 0) / 2;
  return Number(chart.convertToPixel({ xAxisIndex: 0 }, position));
}

function Span({ from, to }: { from: number; to: number }) {
  return <div className="chart-span" style={{ left: Math.min(from, to), width: Math.abs(to - from) }} />;
}
