import Alert from '@cloudscape-design/components/alert';
import Container from '@cloudscape-design/components/container';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ReadoutError } from '@readout/client';
import { isOver, type RunAsked } from '@readout/client';
import type { Run } from '@readout/runtime/contracts.ts';
import { lazy, Suspense } from 'react';
import { useLooked } from '../inbox/use-looked.ts';
import { Empty } from '../parts/empty.tsx';
import { ErrorAlert } from '../parts/error-alert.tsx';
import { Waiting } from '../parts/waiting.tsx';
import { strings } from '../strings.ts';
import { Leave } from '../told/leave.tsx';
import { useOnScreen } from '../told/on-screen.ts';
import { AboutRun } from './about-run.tsx';
import { Freshness, type FreshnessProps } from './freshness.tsx';
import { RunStrip } from './run-strip.tsx';
import { UsualTime } from './usual-time.tsx';

const ResultView = lazy(() => import('../result/result-view.tsx'));

export interface RunPanelProps extends Omit<FreshnessProps, 'run'> {
  title: string;
  asked?: RunAsked;
  run?: Run;
  error?: Pick<ReadoutError, 'name' | 'message' | 'field' | 'at'>;
  /** The form no longer says what this run was asked with. */
  changed?: boolean;
}

/** Where a run stands and, once it is done, its rows. */
export function RunPanel({ title, asked, run, error, changed, ...fresh }: RunPanelProps) {
  useOnScreen(run?.runId);
  useLooked(run);
  if (!asked && !run) {
    return (
      <Container>
        <Empty title={strings.report.notRunTitle}>{strings.report.notRun}</Empty>
      </Container>
    );
  }
  const waiting = !error && !(run && isOver(run));
  return (
    <Container header={<RunStrip title={title} run={run} refused={asked?.error !== undefined} />}>
      <SpaceBetween size="m">
        {changed && <Alert type="info">{strings.report.changed}</Alert>}
        {waiting && run && <UsualTime run={run} />}
        {waiting && <Leave />}
        {run && !error && <Freshness run={run} {...fresh} />}
        {error ? <ErrorAlert error={error} /> : <Outcome run={run} onFresh={fresh.onFresh} />}
        {run && <AboutRun run={run} />}
      </SpaceBetween>
    </Container>
  );
}

function Outcome({ run, onFresh }: Pick<RunPanelProps, 'run' | 'onFresh'>) {
  if (run?.status === 'succeeded') {
    return (
      <Suspense fallback={<Waiting text={strings.result.loading} />}>
        <ResultView key={run.runId} run={run} onFresh={onFresh} />
      </Suspense>
    );
  }
  if (run?.status === 'cancelled') {
    const { stoppedBy } = run;
    if (stoppedBy)
      return <Empty title={strings.run.stoppedTitle(stoppedBy)}>{strings.run.stoppedBody}</Empty>;
    return <Empty title={strings.run.cancelledTitle}>{strings.run.cancelledBody}</Empty>;
  }
  return <Empty title={strings.run.waitingTitle}>{strings.run.waiting}</Empty>;
}
