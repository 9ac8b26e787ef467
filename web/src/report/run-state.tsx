import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator';
import type { Run } from '@readout/runtime/contracts.ts';
import { isOver } from '../data/run-store.ts';
import { durationText, secondsText } from '../duration.ts';
import { strings } from '../strings.ts';
import { type ShownStatus, statusText } from './status-text.ts';
import { useElapsed } from './use-elapsed.ts';

const LOOK: Record<ShownStatus, StatusIndicatorProps.Type> = {
  asked: 'pending',
  refused: 'error',
  queued: 'pending',
  running: 'in-progress',
  succeeded: 'success',
  failed: 'error',
  cancelled: 'stopped',
};

export interface RunStateProps {
  run?: Run;
  status: ShownStatus;
}

/** In one line where a run stands: `Queued, 3rd in line`, `Running for 12 s`, `Done · 31 rows in 2.4 s`. */
export function RunState({ run, status }: RunStateProps) {
  return (
    <StatusIndicator type={LOOK[status]}>
      <span className="tabular">
        {statusText(status, run)} {run && <Detail run={run} />}
      </span>
    </StatusIndicator>
  );
}

function Detail({ run }: { run: Run }) {
  if (run.place) return null;
  if (!isOver(run)) return <Elapsed since={run.startedAt ?? run.createdAt} />;
  const took = run.endedAt && strings.run.took(durationText(tookOf(run)));
  return run.rows === undefined ? took : `· ${strings.run.rows(run.rows)} ${took ?? ''}`;
}

/** From the moment it was asked for, which is what a person waited. In milliseconds. */
function tookOf({ createdAt, endedAt }: Run): number {
  return Date.parse(endedAt ?? createdAt) - Date.parse(createdAt);
}

function Elapsed({ since }: { since: string }) {
  return strings.run.forTime(secondsText(useElapsed(since)));
}
