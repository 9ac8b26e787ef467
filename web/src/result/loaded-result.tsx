import Button from '@cloudscape-design/components/button';
import SegmentedControl from '@cloudscape-design/components/segmented-control';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { Run } from '@readout/runtime/contracts.ts';
import { useCallback, useMemo, useState } from 'react';
import type { ResultReader, ResultState } from '../data/result-reader.ts';
import { DownloadMenu } from '../download/download-menu.tsx';
import { AboutButton } from '../report/about-button.tsx';
import { strings } from '../strings.ts';
import { readablePart } from './cap-text.ts';
import { FilterForm } from './filters/filter-form.tsx';
import { FilterTokens } from './filters/filter-tokens.tsx';
import './result.css';
import { ResultFoot } from './result-foot.tsx';
import { shownColumns } from './shown-columns.ts';
import { TableView } from './table/table-view.tsx';
import { useArranged } from './use-arranged.ts';
import { useArrangement } from './use-arrangement.ts';
import { useReport } from './use-report.ts';
import { type WholeView, WholeViews } from './whole-views.tsx';

const words = strings.result;
const VIEWS = ['table', 'chart', 'summary', 'pivot'] as const;

export interface LoadedResultProps {
  run: Run;
  reader: ResultReader;
  state: ResultState;
  /** What of the result cannot be read, in words. */
  cap?: string;
}

/** A result with rows: its views, the filters that they all obey, and how much of it is here. */
export function LoadedResult({ run, reader, state, cap }: LoadedResultProps) {
  const { columns, loaded, totalRows = 0, complete } = state;
  const { report } = useReport(run.report);
  const shown = useMemo(() => shownColumns(columns, report?.columns), [columns, report]);
  const readable = complete ? loaded : Math.min(totalRows, run.maxRows ?? totalRows);
  const part = useMemo(() => readablePart(run, state), [run, state]);
  const [view, setView] = useState<WholeView | 'table'>('table');
  const [asked, setAsked] = useState<number>();
  const { arrangement, setFilters, addFilter, setOrder } = useArrangement();
  const { filters, order } = arrangement;
  const arranged = useArranged(reader, state, arrangement);
  const filtered = useMemo(() => new Set(filters.map(({ column }) => column)), [filters]);
  const ask = useCallback(
    (column: number) => {
      setAsked(column);
      void reader.want(Number.POSITIVE_INFINITY);
    },
    [reader],
  );
  const isArranged = filters.length > 0 || order.length > 0;
  const reason = isArranged || view !== 'table' || asked !== undefined ? words.needsAll : undefined;
  const passing = filters.length > 0 ? arranged.places?.length : undefined;
  return (
    <SpaceBetween size="s">
      <div className="result-bar">
        <SegmentedControl
          label={words.views}
          selectedId={view}
          options={VIEWS.map((id) => ({ id, text: words.view[id] }))}
          onChange={({ detail }) => setView(detail.selectedId as WholeView)}
        />
        <SpaceBetween direction="horizontal" size="xs" alignItems="center">
          <Button iconName="filter" ariaExpanded={asked !== undefined} onClick={() => ask(asked ?? 0)}>
            {words.filter.title}
          </Button>
          <DownloadMenu run={run} />
          <AboutButton run={run} />
        </SpaceBetween>
      </div>
      {asked !== undefined && (
        <FilterForm
          key={asked}
          columns={shown}
          column={asked}
          chosen={complete ? { rows: state.rows } : undefined}
          onColumn={ask}
          onApply={addFilter}
          onClose={() => setAsked(undefined)}
        />
      )}
      <FilterTokens {...{ filters, columns: shown, passing, all: readable }} onChange={setFilters} />
      {view === 'table' ? (
        <TableView
          key={run.report}
          {...{ report: run.report, shown, reader, arranged, readable, order, filtered }}
          onOrder={setOrder}
          onFilter={ask}
        />
      ) : (
        <WholeViews {...{ view, run, report, reader, state, part, arranged, shown }} onFilter={addFilter} />
      )}
      <ResultFoot {...{ reader, state, readable, cap, reason }} isPart={isArranged || view !== 'table'} />
    </SpaceBetween>
  );
}
