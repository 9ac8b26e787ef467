import Skeleton from '@cloudscape-design/components/skeleton';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useCallback, useState } from 'react';
import { dashboardEditionOf } from '../data/saved-reports.ts';
import { type FormValues, searchFrom, valuesFrom } from '../form/inputs.ts';
import { amend } from '../navigation.ts';
import { Canonical } from '../parts/canonical.tsx';
import { FailedView } from '../parts/failed-view.tsx';
import { useReadout } from '../parts/readout-context.ts';
import { useObservable } from '../parts/use-observable.ts';
import { useTask } from '../parts/use-task.ts';
import { dashboardHref } from '../route.ts';
import { strings } from '../strings.ts';
import { DashboardPanel } from './dashboard-panel.tsx';
import './dashboard.css';

export interface DashboardViewProps {
  id: string;
  /** The shared inputs that the link carries; `run=1` runs every tile at once. */
  search: URLSearchParams;
}

/** One dashboard. Its inputs live in the address, so that what is on the screen is what the link says. */
export default function DashboardView({ id, search }: DashboardViewProps) {
  const { dashboards, saved } = useReadout();
  const dashboard = useObservable(dashboards).get(id);
  const edition = dashboardEditionOf(useObservable(saved), id, dashboard?.tiles);
  const { error, retry } = useTask(
    // biome-ignore lint/correctness/useExhaustiveDependencies: another edition is read again
    useCallback(() => dashboards.load(id), [dashboards, id, edition]),
  );
  const [runAtOnce] = useState(search.get('run') === '1');

  if (error) {
    return <FailedView title={dashboard?.title ?? id} error={error} onRetry={retry} />;
  }
  if (!dashboard) return <Waiting />;
  const { parameters } = dashboard;
  const values = valuesFrom(parameters, search);
  const hrefOf = (chosen: FormValues) => dashboardHref(id, searchFrom(parameters, chosen));
  return (
    <>
      <Canonical href={hrefOf(values)} />
      <DashboardPanel {...{ dashboard, values, runAtOnce }} onChange={(chosen) => amend(hrefOf(chosen))} />
    </>
  );
}

function Waiting() {
  return (
    <div role="status" aria-label={strings.dashboard.loading}>
      <SpaceBetween size="l">
        <Skeleton variant="text-heading-xl" width="320px" />
        <Skeleton height="120px" />
        <Skeleton height="420px" />
      </SpaceBetween>
    </div>
  );
}
