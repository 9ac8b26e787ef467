import type { Chart, ChartType } from '@readout/runtime/contracts.ts';
import { CHART_TYPES } from '@readout/runtime/report/chart-keys.ts';
import { useReadout } from '../parts/readout-context.ts';
import { useObservable } from '../parts/use-observable.ts';

const NAME = 'charts';
/** Of the reports that a person drew by hand, the last so many are kept. */
const MOST_KEPT = 30;

type Charts = Record<string, Chart>;

/** How a person wishes a report to be drawn, kept for them on every device; setting nothing forgets it. */
export function useKeptChart(report: string): [kept: Chart | undefined, keep: (chart?: Chart) => void] {
  const { preferences } = useReadout();
  const kept = useObservable(preferences)[NAME];
  const keep = (chart?: Chart) =>
    preferences.set(NAME, (before: unknown) => withChart(before, report, chart));
  return [chartOf(kept, report), keep];
}

/** What is kept may be from another version of the page: only what is a chart counts. */
export function chartOf(kept: unknown, report: string): Chart | undefined {
  const chart = Object.hasOwn(Object(kept), report) ? (kept as Charts)[report] : undefined;
  const isChart =
    CHART_TYPES.includes(chart?.type as ChartType) &&
    Array.isArray(chart?.y) &&
    chart.y.length > 0 &&
    [...chart.y, chart.x ?? '', chart.series ?? ''].every((name) => typeof name === 'string') &&
    (chart.x !== undefined || chart.type === 'number');
  return isChart ? chart : undefined;
}

export function withChart(before: unknown, report: string, chart?: Chart): Charts | null {
  const others = Object.entries((before ?? {}) as Charts).filter(([id]) => id !== report);
  const entries = chart ? [...others, [report, chart] as [string, Chart]] : others;
  return entries.length > 0 ? Object.fromEntries(entries.slice(-MOST_KEPT)) : null;
}
