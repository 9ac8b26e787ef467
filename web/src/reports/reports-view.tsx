import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Cards from '@cloudscape-design/components/cards';
import Header from '@cloudscape-design/components/header';
import { useCallback, useState } from 'react';
import { Empty } from '../parts/empty.tsx';
import { ErrorAlert } from '../parts/error-alert.tsx';
import { useReadout } from '../parts/readout-context.ts';
import { useObservable } from '../parts/use-observable.ts';
import { useTask } from '../parts/use-task.ts';
import { strings } from '../strings.ts';
import { reportCard } from './report-card.tsx';
import { ReportSearch } from './report-search.tsx';
import { searchReports } from './search-reports.ts';

const words = strings.reports;

/** Every report that one may run. */
export function ReportsView() {
  const { catalogue, saved } = useReadout();
  const edition = useObservable(saved);
  const known = useObservable(catalogue);
  const { done, error, retry } = useTask(
    // biome-ignore lint/correctness/useExhaustiveDependencies: whatever was saved is read again
    useCallback(() => catalogue.refresh(), [catalogue, edition]),
  );
  const [text, setText] = useState('');
  const [tags, setTags] = useState<string[]>([]);
  const all = [...known.values()];
  const shown = searchReports(all, text, tags);

  function clear() {
    setText('');
    setTags([]);
  }

  if (error && all.length === 0) {
    return (
      <Box padding={{ top: 'l' }}>
        <ErrorAlert error={error} onRetry={retry} />
      </Box>
    );
  }
  return (
    <Cards
      variant="full-page"
      stickyHeader={false}
      items={shown}
      trackBy="id"
      loading={!done && all.length === 0}
      loadingText={words.loading}
      cardDefinition={reportCard}
      cardsPerRow={[{ cards: 1 }, { minWidth: 620, cards: 2 }, { minWidth: 1100, cards: 3 }]}
      header={
        <Header variant="h1" description={words.lead} counter={words.count(shown.length, all.length)}>
          {words.title}
        </Header>
      }
      filter={<ReportSearch {...{ all, text, setText, tags, setTags }} matches={shown.length} />}
      empty={
        all.length ? (
          <Empty title={words.noMatchTitle} action={<Button onClick={clear}>{words.clear}</Button>}>
            {words.noMatch}
          </Empty>
        ) : (
          <Empty title={words.noneTitle}>{words.none}</Empty>
        )
      }
    />
  );
}
