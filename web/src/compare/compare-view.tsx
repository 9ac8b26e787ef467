import Button from '@cloudscape-design/components/button';
import ContentLayout from '@cloudscape-design/components/content-layout';
import Header from '@cloudscape-design/components/header';
import { useCallback } from 'react';
import { navigate } from '../navigation.ts';
import { Empty } from '../parts/empty.tsx';
import { ErrorAlert } from '../parts/error-alert.tsx';
import { useReadout } from '../parts/readout-context.ts';
import { useObservable } from '../parts/use-observable.ts';
import { useTask } from '../parts/use-task.ts';
import { Waiting } from '../parts/waiting.tsx';
import { compareHref } from '../route.ts';
import { strings } from '../strings.ts';
import { BothRuns } from './both-runs.tsx';
import './compare.css';

const words = strings.compare;

/** Two runs compared; which they are is in the address. */
export default function CompareView({ search }: { search: URLSearchParams }) {
  const [leftId, rightId] = [search.get('left'), search.get('right')];
  if (!leftId || !rightId) {
    return (
      <Empty whole title={words.nothingTitle} action={<Button href="/runs">{words.toRuns}</Button>}>
        {words.nothing}
      </Empty>
    );
  }
  return (
    <ContentLayout
      header={
        <Header
          variant="h1"
          description={words.lead}
          actions={<Button onClick={() => navigate(compareHref(rightId, leftId))}>{words.swap}</Button>}
        >
          {strings.navigation.compare}
        </Header>
      }
    >
      <Found leftId={leftId} rightId={rightId} />
    </ContentLayout>
  );
}

function Found({ leftId, rightId }: { leftId: string; rightId: string }) {
  const { runs, findRun } = useReadout();
  const known = useObservable(runs).runs;
  const find = useCallback(async () => {
    await Promise.all([findRun(leftId), findRun(rightId)]);
  }, [findRun, leftId, rightId]);
  const { error, retry } = useTask(find);
  const [left, right] = [known.get(leftId), known.get(rightId)];
  if (error) return <ErrorAlert error={error} onRetry={retry} />;
  if (!left || !right) return <Waiting text={strings.runs.loading} />;
  return <BothRuns left={left} right={right} />;
}
