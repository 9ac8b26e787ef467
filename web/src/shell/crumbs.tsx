import BreadcrumbGroup from '@cloudscape-design/components/breadcrumb-group';
import { dashboardHref, pipelineHref, pipelineRunHref, type Route, reportHref, runHref } from '../route.ts';
import { strings } from '../strings.ts';
import { useTitle } from './title.tsx';

const words = strings.navigation;

/** Where one is, for the views that lie below another. */
export function Crumbs({ route }: { route: Route }) {
  const text = useTitle(route);
  const place = placeOf(route);
  if (!place) return null;
  const { above, href } = place;
  return (
    <BreadcrumbGroup
      ariaLabel={words.breadcrumbs}
      items={[
        { text: words[above], href: `/${above}` },
        { text, href },
      ]}
    />
  );
}

interface Place {
  /** The list that the view lies below. */
  above: 'reports' | 'dashboards' | 'pipelines' | 'runs';
  href: string;
}

function placeOf(route: Route): Place | undefined {
  switch (route.view) {
    case 'report':
      return { above: 'reports', href: reportHref(route.report) };
    case 'dashboard':
      return { above: 'dashboards', href: dashboardHref(route.dashboard) };
    case 'pipeline':
      return { above: 'pipelines', href: pipelineHref(route.pipeline) };
    case 'pipelineRun':
      return { above: 'pipelines', href: pipelineRunHref(route.runId) };
    case 'run':
      return { above: 'runs', href: runHref(route.runId) };
    case 'compare':
      return { above: 'runs', href: `/compare?${route.search}` };
    default:
      return undefined;
  }
}
