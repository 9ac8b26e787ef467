import Button from '@cloudscape-design/components/button';
import Header from '@cloudscape-design/components/header';
import Pagination from '@cloudscape-design/components/pagination';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { Run } from '@readout/runtime/contracts.ts';
import { useState } from 'react';
import { amend, navigate } from '../navigation.ts';
import { Empty } from '../parts/empty.tsx';
import { ErrorAlert } from '../parts/error-alert.tsx';
import { useReadout } from '../parts/readout-context.ts';
import { useTask } from '../parts/use-task.ts';
import { compareHref } from '../route.ts';
import { strings } from '../strings.ts';
import { HistoryControls } from './history-controls.tsx';
import { filterFrom, historyHref, isFiltered } from './history-filter.ts';
import { inOrder } from './pair.ts';
import { RunsList } from './runs-list.tsx';
import { useHistory } from './use-history.ts';
import { useRerun } from './use-rerun.ts';
import './runs.css';

const words = strings.runs;

/** Everything one has run, newest first, live. What it is narrowed by is in the address. */
export default function RunsView({ search }: { search: URLSearchParams }) {
  useTask(useReadout().catchUp);
  const filter = filterFrom(search);
  const [page, setPage] = useState(1);
  const [chosen, setChosen] = useState<Run[]>([]);
  const history = useHistory(filter, page);
  const again = useRerun();
  const trouble = again.error ?? history.error;
  return (
    <SpaceBetween size="s">
      {trouble && <ErrorAlert error={trouble} onRetry={again.error ? undefined : history.retry} />}
      <RunsList
        runs={history.shown}
        loading={history.reading && history.shown.length === 0}
        chosen={chosen}
        onChoose={setChosen}
        onAgain={again.start}
        header={<Head counter={words.count(history.found.length, history.complete)} chosen={chosen} />}
        filter={
          <HistoryControls
            filter={filter}
            asked={history.asked}
            onChange={(next) => {
              setPage(1);
              amend(historyHref(next));
            }}
          />
        }
        pagination={
          <Pagination
            currentPageIndex={page}
            pagesCount={history.pages}
            openEnd={!history.complete}
            disabled={history.reading}
            onChange={({ detail }) => setPage(detail.currentPageIndex)}
            ariaLabels={{
              nextPageLabel: words.pages.next,
              previousPageLabel: words.pages.previous,
              pageLabel: words.pages.page,
            }}
          />
        }
        empty={isFiltered(filter) ? <NoMatch /> : <None />}
      />
    </SpaceBetween>
  );
}

function Head({ counter, chosen }: { counter: string; chosen: readonly Run[] }) {
  const pair = inOrder(chosen);
  return (
    <Header
      variant="h1"
      description={words.lead}
      counter={counter}
      actions={
        <Button
          disabled={!pair}
          disabledReason={words.compareHint}
          onClick={() => pair && navigate(compareHref(pair[0].runId, pair[1].runId))}
        >
          {words.compare}
        </Button>
      }
    >
      {words.title}
    </Header>
  );
}

const None = () => (
  <Empty title={words.noneTitle} action={<Button href="/reports">{words.toReports}</Button>}>
    {words.none}
  </Empty>
);

const NoMatch = () => <Empty title={words.noMatchTitle}>{words.noMatch}</Empty>;
