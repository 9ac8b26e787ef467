import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator';
import { isOver } from '@readout/client';
import type { Run } from '@readout/runtime/contracts.ts';
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

/** Where a run stands, without its times and rows: in a list these have columns of their own. */
export function StatusOf({ run }: { run: Pick<Run, 'status' | 'place' | 'stoppedBy'> }) {
  return (
    <StatusIndicator type={LOOK[run.status]}>
      {statusText(run.status, run)}
      {run.stoppedBy && ` · ${strings.run.stoppedBy(run.stoppedBy)}`}
    </StatusIndicator>
  );
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
export function tookOf({ createdAt, endedAt }: Pick<Run, 'createdAt' | 'endedAt'>): number {
  return Date.parse(endedAt ?? createdAt) - Date.parse(createdAt);
}

/** How long something has gone on, by the server's clock. */
export function Elapsed({ since }: { since: string }) {
  return strings.run.forTime(secondsText(useElapsed(since)));
}
