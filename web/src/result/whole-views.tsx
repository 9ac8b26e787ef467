import type { Report, Run } from '@readout/runtime/contracts.ts';
import { lazy, Suspense, useEffect, useMemo } from 'react';
import type { ResultReader, ResultState } from '../data/result-reader.ts';
import { Empty } from '../parts/empty.tsx';
import { strings } from '../strings.ts';
import type { ReadablePart } from './cap-text.ts';
import { lengthOf } from './each-row.ts';
import type { Filter } from './filter.ts';
import type { ShownColumn } from './shown-columns.ts';
import type { Arranged } from './use-arranged.ts';
import { Working } from './working.tsx';

const ChartPanel = lazy(() => import('../chart/chart-panel.tsx'));
const SummaryView = lazy(() => import('./summary/summary-view.tsx'));
const PivotView = lazy(() => import('./pivot/pivot-view.tsx'));

export type WholeView = 'chart' | 'summary' | 'pivot';

export interface WholeViewsProps {
  view: WholeView;
  run: Run;
  report?: Report;
  reader: ResultReader;
  state: ResultState;
  /** What part of the result can be read; nothing where it is the whole. */
  part?: ReadablePart;
  arranged: Arranged;
  shown: ShownColumn[];
  onFilter: (filter: Filter) => void;
}

/** The views that are of every row, and so have all of them read first. */
export function WholeViews(props: WholeViewsProps) {
  const { view, run, report, reader, state, part, arranged, shown, onFilter } = props;
  const { rows, columns, complete } = state;
  const { places, pending } = arranged;
  useEffect(() => void reader.want(Number.POSITIVE_INFINITY), [reader]);
  const chosen = useMemo(() => ({ rows, places }), [rows, places]);
  const passing = useMemo(
    () => (places && view === 'chart' ? Array.from(places, (at) => rows[at] ?? []) : rows),
    [rows, places, view],
  );
  if (!complete || pending) return <Working />;
  if (lengthOf(chosen) === 0)
    return <Empty title={strings.result.noneTitle}>{strings.result.noneLeft}</Empty>;
  return (
    <Suspense fallback={<Working />}>
      {view === 'chart' && (
        <ChartPanel
          {...{ report: run.report, title: run.title, columns, complete, part, onFilter }}
          rows={passing}
          chart={report?.chart}
          formats={report?.columns}
        />
      )}
      {view === 'summary' && <SummaryView {...{ chosen, columns, shown }} />}
      {view === 'pivot' && <PivotView {...{ chosen, columns, shown }} name={run.title} />}
    </Suspense>
  );
}
