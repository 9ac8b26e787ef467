import Button from '@cloudscape-design/components/button';
import ContentLayout from '@cloudscape-design/components/content-layout';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useCallback } from 'react';
import { inputsText, searchOf } from '../form/inputs.ts';
import { ErrorAlert } from '../parts/error-alert.tsx';
import { FailedView } from '../parts/failed-view.tsx';
import { useReadout } from '../parts/readout-context.ts';
import { useObservable } from '../parts/use-observable.ts';
import { useTask } from '../parts/use-task.ts';
import { Waiting } from '../parts/waiting.tsx';
import { RunPanel } from '../report/run-panel.tsx';
import { reportHref } from '../route.ts';
import { strings } from '../strings.ts';
import { useRerun } from './use-rerun.ts';

const words = strings.runs;

/** One run and its rows, whichever device asked for it. */
export default function RunView({ runId }: { runId: string }) {
  const { runs, findRun } = useReadout();
  const run = useObservable(runs).runs.get(runId);
  const { error, retry } = useTask(useCallback(() => findRun(runId), [findRun, runId]));

  const again = useRerun();

  if (error) return <FailedView title={run?.title ?? words.title} error={error} onRetry={retry} />;
  if (!run) return <Waiting text={words.loading} />;
  return (
    <ContentLayout
      header={
        <Header
          variant="h1"
          description={inputsText(run.inputs)}
          actions={
            <SpaceBetween direction="horizontal" size="xs">
              <Button href={reportHref(run.report, searchOf(run.inputs))}>{words.change}</Button>
              <Button disabled={again.asking} onClick={() => again.start(run)}>
                {words.again}
              </Button>
            </SpaceBetween>
          }
        >
          {run.title}
        </Header>
      }
    >
      <SpaceBetween size="l">
        {again.error && <ErrorAlert error={again.error} />}
        <RunPanel
          title={run.title}
          run={run}
          error={run.error}
          onFresh={() => again.start(run, true)}
          asking={again.asking}
        />
      </SpaceBetween>
    </ContentLayout>
  );
}
