import type { EChartsCoreOption } from 'echarts/core';
import { type RefObject, useEffect, useState } from 'react';
import { type EChartsType, init } from './engine.ts';
import { stage } from './stage.ts';

/** Paints into an element, as large as that is. Nothing until there is something to paint on. */
export function useEChart(
  host: RefObject<HTMLElement | null>,
  option: EChartsCoreOption,
): EChartsType | undefined {
  const [chart, setChart] = useState<EChartsType>();
  useEffect(() => {
    if (!host.current) return;
    const element = stage();
    host.current.append(element);
    const made = init(element);
    const observer = new ResizeObserver(() => made.resize());
    observer.observe(element);
    setChart(made);
    return () => {
      observer.disconnect();
      made.dispose();
      element.remove();
    };
  }, [host]);
  useEffect(() => chart?.setOption(option, { notMerge: true }), [chart, option]);
  return chart;
}
