import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import Link from '@cloudscape-design/components/link';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { PipelineRun } from '@readout/runtime/contracts.ts';
import { momentText } from '../duration.ts';
import { inputsText } from '../form/inputs.ts';
import { ErrorAlert } from '../parts/error-alert.tsx';
import { pipelineRunHref } from '../route.ts';
import { RunActions } from './run-actions.tsx';
import { RunStatus } from './run-status.tsx';
import { starterText } from './starter-text.ts';
import { Steps } from './steps.tsx';

/** How one run of a pipeline stands, step by step. */
export function RunCard({ run }: { run: PipelineRun }) {
  const about = [starterText(run.startedBy), inputsText(run.inputs)].filter(Boolean).join(' · ');
  return (
    <Container
      header={
        <Header variant="h3" description={about} actions={<RunActions run={run} />}>
          <Link href={pipelineRunHref(run.runId)} fontSize="heading-s">
            {momentText(run.createdAt)}
          </Link>
        </Header>
      }
    >
      <SpaceBetween size="s">
        <RunStatus run={run} />
        {run.error && <ErrorAlert error={run.error} />}
        <Steps scripts={run.scripts} />
      </SpaceBetween>
    </Container>
  );
}
