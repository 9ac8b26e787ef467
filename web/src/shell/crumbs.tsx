import BreadcrumbGroup from '@cloudscape-design/components/breadcrumb-group';
import { dashboardHref, pipelineHref, pipelineRunHref, type Route, reportHref, runHref } from '../route.ts';
import { strings } from '../strings.ts';
import { useTitle } from './title.tsx';

const words = strings.navigation;

/** Where one is, for the views that lie below another. */
export function Crumbs({ route }: { route: Route }) {
  const text = useTitle(route);
  if (route.view === 'report') {
    return (
      <Trail
        items={[
          { text: words.reports, href: '/reports' },
          { text, href: reportHref(route.report) },
        ]}
      />
    );
  }
  if (route.view === 'dashboard') {
    return (
      <Trail
        items={[
          { text: words.dashboards, href: '/dashboards' },
          { text, href: dashboardHref(route.dashboard) },
        ]}
      />
    );
  }
  if (route.view === 'pipeline') {
    return (
      <Trail
        items={[
          { text: words.pipelines, href: '/pipelines' },
          { text, href: pipelineHref(route.pipeline) },
        ]}
      />
    );
  }
  if (route.view === 'pipelineRun') {
    return (
      <Trail
        items={[
          { text: words.pipelines, href: '/pipelines' },
          { text, href: pipelineRunHref(route.runId) },
        ]}
      />
    );
  }
  if (route.view === 'run') {
    return (
      <Trail
        items={[
          { text: words.runs, href: '/runs' },
          { text, href: runHref(route.runId) },
        ]}
      />
    );
  }
  if (route.view === 'compare') {
    return (
      <Trail
        items={[
          { text: words.runs, href: '/runs' },
          { text, href: `/compare?${route.search}` },
        ]}
      />
    );
  }
  return null;
}

function Trail({ items }: { items: { text: string; href: string }[] }) {
  return <BreadcrumbGroup ariaLabel={words.breadcrumbs} items={items} />;
}
