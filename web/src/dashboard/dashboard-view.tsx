import Box from '@cloudscape-design/components/box';
import Skeleton from '@cloudscape-design/components/skeleton';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useCallback, useState } from 'react';
import { type FormValues, searchFrom, valuesFrom } from '../form/inputs.ts';
import { amend } from '../navigation.ts';
import { Canonical } from '../parts/canonical.tsx';
import { ErrorAlert } from '../parts/error-alert.tsx';
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
  const { dashboards } = useReadout();
  const dashboard = useObservable(dashboards).get(id);
  const { error, retry } = useTask(useCallback(() => dashboards.load(id), [dashboards, id]));
  const [runAtOnce] = useState(search.get('run') === '1');

  if (error) {
    return (
      <Box padding={{ top: 'l' }}>
        <ErrorAlert error={error} onRetry={retry} />
      </Box>
    );
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
