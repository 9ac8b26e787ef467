import Container from '@cloudscape-design/components/container';
import ContentLayout from '@cloudscape-design/components/content-layout';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs, { type KeyValuePairsProps } from '@cloudscape-design/components/key-value-pairs';
import Link from '@cloudscape-design/components/link';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { isOpen } from '@readout/client';
import type { PipelineRun } from '@readout/runtime/contracts.ts';
import { momentText } from '../duration.ts';
import { inputsText } from '../form/inputs.ts';
import { ErrorAlert } from '../parts/error-alert.tsx';
import { FailedView } from '../parts/failed-view.tsx';
import { useReadout } from '../parts/readout-context.ts';
import { useObservable } from '../parts/use-observable.ts';
import { Waiting } from '../parts/waiting.tsx';
import { pipelineHref, pipelineRunHref } from '../route.ts';
import { strings } from '../strings.ts';
import { RunActions } from './run-actions.tsx';
import { RunStatus } from './run-status.tsx';
import { starterText } from './starter-text.ts';
import { Steps } from './steps.tsx';
import { useFollowed } from './use-followed.ts';

const words = strings.pipelineRun;

/** One run of a pipeline, live, whoever or whatever started it. */
export default function PipelineRunView({ runId }: { runId: string }) {
  const { pipelines } = useReadout();
  const run = useObservable(pipelines.runs).get(runId);
  const goesOn = run !== undefined && isOpen(run);
  const { error, retry } = useFollowed(pipelines.loadRun, runId, { goesOn });
  if (error && !run) return <FailedView title={strings.navigation.pipelines} error={error} onRetry={retry} />;
  if (!run) return <Waiting text={words.loading} />;
  return (
    <ContentLayout
      header={
        <Header variant="h1" actions={<RunActions run={run} />}>
          <Link href={pipelineHref(run.pipeline)} fontSize="heading-xl">
            {run.title}
          </Link>
        </Header>
      }
    >
      <SpaceBetween size="l">
        <Container header={<RunStatus run={run} />}>
          <SpaceBetween size="m">
            {run.error && <ErrorAlert error={run.error} />}
            <Steps scripts={run.scripts} />
          </SpaceBetween>
        </Container>
        <Container>
          <KeyValuePairs columns={3} items={factsOf(run)} />
        </Container>
      </SpaceBetween>
    </ContentLayout>
  );
}

function factsOf({ startedBy, createdAt, endedAt, inputs, retryOf, scripts }: PipelineRun) {
  const sent = scripts.filter(({ statementId }) => statementId);
  const items: KeyValuePairsProps.Item[] = [
    { label: words.startedBy, value: starterText(startedBy) },
    { label: words.when, value: momentText(createdAt) },
    { label: words.ended, value: endedAt ? momentText(endedAt) : '–' },
    { label: words.inputs, value: inputsText(inputs) || words.noInputs },
  ];
  if (retryOf) {
    items.push({ label: words.retryOf, value: <a href={pipelineRunHref(retryOf)}>{words.earlierRun}</a> });
  }
  for (const { script, statementId } of sent) {
    items.push({
      label: `${words.statement}: ${script}`,
      value: <span className="mono about-value">{statementId}</span>,
    });
  }
  return items;
}
