import LiveRegion from '@cloudscape-design/components/live-region';
import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator';
import { isOpen } from '@readout/client';
import type { PipelineRun, PipelineRunStatus } from '@readout/runtime/contracts.ts';
import { durationText } from '../duration.ts';
import { Elapsed } from '../report/run-state.tsx';
import { strings } from '../strings.ts';

const words = strings.pipelineRun;
const LOOK: Record<PipelineRunStatus, StatusIndicatorProps.Type> = {
  queued: 'pending',
  running: 'in-progress',
  succeeded: 'success',
  failed: 'error',
  cancelled: 'stopped',
};

/** In one line where a run stands: `Running for 12 s · 2 of 5 scripts done`. Said aloud when the status changes. */
export function RunStatus({ run }: { run: PipelineRun }) {
  const { status, scripts, createdAt, endedAt, title, cancelledBy } = run;
  const done = scripts.filter((script) => script.status === 'succeeded').length;
  return (
    <div>
      <StatusIndicator type={LOOK[status]}>
        <span className="tabular">
          {words.statuses[status]}{' '}
          {isOpen(run) ? (
            <Elapsed since={createdAt} />
          ) : (
            endedAt && words.inTime(durationText(Date.parse(endedAt) - Date.parse(createdAt)))
          )}{' '}
          · {words.progress(done, scripts.length)}
        </span>
      </StatusIndicator>
      {isOpen(run) && cancelledBy && <div>{words.cancelling(cancelledBy)}</div>}
      <LiveRegion hidden>{words.announce(title, words.statuses[status])}</LiveRegion>
    </div>
  );
}
