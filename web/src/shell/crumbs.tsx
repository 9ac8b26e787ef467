import BreadcrumbGroup from '@cloudscape-design/components/breadcrumb-group';
import { useReadout } from '../parts/readout-context.ts';
import { useObservable } from '../parts/use-observable.ts';
import { type Route, reportHref, runHref } from '../route.ts';
import { strings } from '../strings.ts';

const words = strings.navigation;

/** Where one is, for the views that lie below another. */
export function Crumbs({ route }: { route: Route }) {
  const { catalogue, runs } = useReadout();
  const reports = useObservable(catalogue);
  const known = useObservable(runs).runs;

  if (route.view === 'report') {
    const text = reports.get(route.report)?.title ?? route.report;
    return (
      <Trail
        items={[
          { text: words.reports, href: '/reports' },
          { text, href: reportHref(route.report) },
        ]}
      />
    );
  }
  if (route.view === 'run') {
    const text = known.get(route.runId)?.title ?? route.runId;
    return (
      <Trail
        items={[
          { text: words.runs, href: '/runs' },
          { text, href: runHref(route.runId) },
        ]}
      />
    );
  }
  return null;
}

function Trail({ items }: { items: { text: string; href: string }[] }) {
  return <BreadcrumbGroup ariaLabel={words.breadcrumbs} items={items} />;
}
