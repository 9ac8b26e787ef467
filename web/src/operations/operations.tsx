import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import Header from '@cloudscape-design/components/header';
import Pagination from '@cloudscape-design/components/pagination';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { OperatorRun } from '@readout/runtime/contracts.ts';
import { useState } from 'react';
import { momentText } from '../duration.ts';
import { Empty } from '../parts/empty.tsx';
import { ErrorAlert } from '../parts/error-alert.tsx';
import { useReadout } from '../parts/readout-context.ts';
import { strings } from '../strings.ts';
import '../runs/runs.css';
import { OperationsControls } from './operations-controls.tsx';
import { EVERYTHING, filtered, statementOf, stoppedWith } from './operations-filter.ts';
import { OperationsList } from './operations-list.tsx';
import { isOpen } from './read-day.ts';
import { RunDetails } from './run-details.tsx';
import { StopDialog } from './stop-dialog.tsx';
import { useDay } from './use-day.ts';

const words = strings.operations;
const PER_PAGE = 50;

/** How everybody's runs of a day go, and the means to stop one. */
export function Operations() {
  const { serverNow } = useReadout();
  const [day, setDay] = useState(() => new Date(serverNow()).toISOString().slice(0, 10));
  const [filter, setFilter] = useState(EVERYTHING);
  const [page, setPage] = useState(1);
  const [opened, setOpened] = useState<OperatorRun>();
  const { runs, at, error, refresh } = useDay(day);
  const stopping = useStopping(refresh);
  const found = filtered(runs ?? [], filter, at ?? 0);
  const pages = Math.max(1, Math.ceil(found.length / PER_PAGE));
  const shown = Math.min(page, pages);

  return (
    <SpaceBetween size="s">
      {error && <ErrorAlert error={error} onRetry={refresh} />}
      {stopping.stopped !== undefined && (
        <Alert type="success" dismissible dismissAriaLabel={strings.dismiss} onDismiss={stopping.dismiss}>
          {words.stopped(stopping.stopped)}
        </Alert>
      )}
      <OperationsList
        runs={found.slice((shown - 1) * PER_PAGE, shown * PER_PAGE)}
        isStopping={stopping.isStopping}
        onOpen={setOpened}
        onStop={stopping.ask}
        loading={!runs && !error}
        header={
          <Header
            variant="h1"
            description={at === undefined ? words.lead : `${words.lead} ${words.asOf(timeText(at))}`}
            counter={runs && words.count(found.length, runs.length)}
            actions={
              <Button iconName="refresh" onClick={refresh}>
                {words.refresh}
              </Button>
            }
          >
            {words.title}
          </Header>
        }
        filter={
          <OperationsControls
            {...{ day, filter, runs: runs ?? [] }}
            onDay={(next) => {
              setPage(1);
              setDay(next);
            }}
            onFilter={(next) => {
              setPage(1);
              setFilter(next);
            }}
          />
        }
        pagination={
          <Pagination
            currentPageIndex={shown}
            pagesCount={pages}
            onChange={({ detail }) => setPage(detail.currentPageIndex)}
            ariaLabels={{
              nextPageLabel: strings.runs.pages.next,
              previousPageLabel: strings.runs.pages.previous,
              pageLabel: strings.runs.pages.page,
            }}
          />
        }
        empty={runs?.length === 0 ? <Empty title={words.noneTitle}>{words.none}</Empty> : <NoMatch />}
      />
      {opened && <RunDetails run={opened} onClose={() => setOpened(undefined)} />}
      {stopping.asked && (
        <StopDialog
          run={stopping.asked}
          others={stoppedWith(stopping.asked, runs ?? []).slice(1)}
          onClose={stopping.close}
          onStopped={stopping.taken}
        />
      )}
    </SpaceBetween>
  );
}

const NoMatch = () => <Empty title={words.noMatchTitle}>{words.noMatch}</Empty>;

const timeText = (at: number): string => momentText(new Date(at).toISOString());

/** What an operator is about to stop, and what has been stopped and has not ended yet. */
function useStopping(refresh: () => void) {
  const [asked, setAsked] = useState<OperatorRun>();
  const [statements, setStatements] = useState<ReadonlySet<string>>(new Set());
  const [stopped, setStopped] = useState<number>();
  return {
    asked,
    stopped,
    ask: setAsked,
    close: () => setAsked(undefined),
    dismiss: () => setStopped(undefined),
    isStopping: (run: OperatorRun) => isOpen(run) && statements.has(statementOf(run)),
    taken(runs: number) {
      if (asked) setStatements(new Set(statements).add(statementOf(asked)));
      setStopped(runs);
      setAsked(undefined);
      refresh();
    },
  };
}
