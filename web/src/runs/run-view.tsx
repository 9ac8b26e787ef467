import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import ContentLayout from '@cloudscape-design/components/content-layout';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { Run } from '@readout/runtime/contracts.ts';
import { useCallback, useEffect, useState } from 'react';
import { inputsText, searchOf } from '../form/inputs.ts';
import { navigate } from '../navigation.ts';
import { ErrorAlert } from '../parts/error-alert.tsx';
import { usePanel, useReadout } from '../parts/readout-context.ts';
import { useObservable } from '../parts/use-observable.ts';
import { useTask } from '../parts/use-task.ts';
import { RunPanel } from '../report/run-panel.tsx';
import { reportHref, runHref } from '../route.ts';
import { strings } from '../strings.ts';

const words = strings.runs;

/** One run and its rows, whichever device asked for it. */
export default function RunView({ runId }: { runId: string }) {
  const { runs, findRun } = useReadout();
  const run = useObservable(runs).runs.get(runId);
  const { error, retry } = useTask(useCallback(() => findRun(runId), [findRun, runId]));

  const again = useFreshRun(run);

  if (error) return <ErrorAlert error={error} onRetry={retry} />;
  if (!run) return <Box padding="xl">{words.loading}</Box>;
  return (
    <ContentLayout
      header={
        <Header
          variant="h1"
          description={inputsText(run.inputs)}
          actions={<Button href={reportHref(run.report, searchOf(run.inputs))}>{words.again}</Button>}
        >
          {run.title}
        </Header>
      }
    >
      <SpaceBetween size="l">
        {again.error && <ErrorAlert error={again.error} />}
        <RunPanel title={run.title} run={run} error={run.error} onFresh={again.start} asking={again.asking} />
      </SpaceBetween>
    </ContentLayout>
  );
}

/** Asks the same again, of Redshift itself, and goes to that run as soon as there is one. */
function useFreshRun(run?: Run) {
  const readout = useReadout();
  const [topic] = useState(() => `again/${crypto.randomUUID()}`);
  const { asked } = usePanel(topic);
  const next = asked?.runId;
  useEffect(() => {
    if (next) navigate(runHref(next));
  }, [next]);

  function start() {
    if (run) void readout.run({ report: run.report, inputs: run.inputs, topic, fresh: true });
  }
  return { start, asking: asked !== undefined && !asked.error, error: asked?.error };
}
