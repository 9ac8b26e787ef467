import LiveRegion from '@cloudscape-design/components/live-region';
import { useEffect } from 'react';
import { useReadout } from '../parts/readout-context.ts';
import { useObservable } from '../parts/use-observable.ts';
import type { Route } from '../route.ts';
import { strings } from '../strings.ts';
import { useEndings } from '../told/told-context.ts';

/** What the view is called: a report's or a run's own title, as soon as it is known. */
export function useTitle(route: Route): string {
  const { catalogue, dashboards, pipelines, runs } = useReadout();
  const reports = useObservable(catalogue);
  const shown = useObservable(dashboards);
  const known = useObservable(runs).runs;
  const works = useObservable(pipelines);
  const worked = useObservable(pipelines.runs);
  if (route.view === 'report') return reports.get(route.report)?.title ?? route.report;
  if (route.view === 'dashboard') return shown.get(route.dashboard)?.title ?? route.dashboard;
  if (route.view === 'pipeline') return works.get(route.pipeline)?.title ?? route.pipeline;
  if (route.view === 'pipelineRun') return worked.get(route.runId)?.title ?? route.runId;
  if (route.view === 'run') return known.get(route.runId)?.title ?? route.runId;
  return route.view === 'nowhere' ? strings.nowhere.title : strings.navigation[route.view];
}

/** Names the browser's tab after the view, with the number of runs that ended unseen, and tells a screen reader that the view changed. */
export function Title({ route }: { route: Route }) {
  const title = useTitle(route);
  const { length: unseen } = useObservable(useEndings());
  useEffect(() => {
    const name = `${title} · ${strings.product}`;
    document.title = unseen > 0 ? strings.told.mark(unseen, name) : name;
    return () => {
      document.title = strings.product;
    };
  }, [title, unseen]);
  return <LiveRegion hidden>{title}</LiveRegion>;
}
