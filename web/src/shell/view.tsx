import Link from '@cloudscape-design/components/link';
import { lazy, Suspense } from 'react';
import { Empty } from '../parts/empty.tsx';
import { Waiting } from '../parts/waiting.tsx';
import { ReportsView } from '../reports/reports-view.tsx';
import type { Route } from '../route.ts';
import { strings } from '../strings.ts';

const ReportView = lazy(() => import('../report/report-view.tsx'));
const SideBySideView = lazy(() => import('../side-by-side/side-by-side-view.tsx'));
const DashboardsView = lazy(() => import('../dashboard/dashboards-view.tsx'));
const DashboardView = lazy(() => import('../dashboard/dashboard-view.tsx'));
const PipelinesView = lazy(() => import('../pipelines/pipelines-view.tsx'));
const PipelineView = lazy(() => import('../pipelines/pipeline-view.tsx'));
const PipelineRunView = lazy(() => import('../pipelines/pipeline-run-view.tsx'));
const SchedulesView = lazy(() => import('../schedules/schedules-view.tsx'));
const RunsView = lazy(() => import('../runs/runs-view.tsx'));
const RunView = lazy(() => import('../runs/run-view.tsx'));
const CompareView = lazy(() => import('../compare/compare-view.tsx'));
const OperationsView = lazy(() => import('../operations/operations-view.tsx'));

/** The view of an address; each is loaded when it is first needed. */
export function View({ route }: { route: Route }) {
  return <Suspense fallback={<Waiting text={strings.loadingView} />}>{viewOf(route)}</Suspense>;
}

function viewOf(route: Route) {
  switch (route.view) {
    case 'reports':
      return <ReportsView search={route.search} />;
    case 'report':
      return <ReportView key={route.report} id={route.report} search={route.search} />;
    case 'sideBySide':
      return <SideBySideView search={route.search} />;
    case 'dashboards':
      return <DashboardsView />;
    case 'dashboard':
      return <DashboardView key={route.dashboard} id={route.dashboard} search={route.search} />;
    case 'pipelines':
      return <PipelinesView />;
    case 'pipeline':
      return <PipelineView key={route.pipeline} id={route.pipeline} search={route.search} />;
    case 'pipelineRun':
      return <PipelineRunView key={route.runId} runId={route.runId} />;
    case 'schedules':
      return <SchedulesView />;
    case 'runs':
      return <RunsView search={route.search} />;
    case 'run':
      return <RunView key={route.runId} runId={route.runId} />;
    case 'compare':
      return <CompareView key={String(route.search)} search={route.search} />;
    case 'operations':
      return <OperationsView />;
    case 'nowhere':
      return (
        <Empty whole title={strings.nowhere.title}>
          <Link href="/reports">{strings.nowhere.back}</Link>
        </Empty>
      );
  }
}
