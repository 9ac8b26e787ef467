import Badge from '@cloudscape-design/components/badge';
import SideNavigation from '@cloudscape-design/components/side-navigation';
import { useReadout } from '../parts/readout-context.ts';
import { useObservable } from '../parts/use-observable.ts';
import type { Route } from '../route.ts';
import { strings } from '../strings.ts';

const words = strings.navigation;
const HOME: Record<Route['view'], string> = {
  reports: '/reports',
  report: '/reports',
  sideBySide: '/side-by-side',
  dashboards: '/dashboards',
  dashboard: '/dashboards',
  pipelines: '/pipelines',
  pipeline: '/pipelines',
  pipelineRun: '/pipelines',
  schedules: '/schedules',
  runs: '/runs',
  run: '/runs',
  compare: '/runs',
  operations: '/operations',
  nowhere: '',
};

export function Navigation({ route }: { route: Route }) {
  const { inbox, isOperator, canMail } = useReadout();
  const { length: unseen } = useObservable(inbox).unseen;
  return (
    <SideNavigation
      activeHref={HOME[route.view]}
      items={[
        { type: 'link', text: words.reports, href: '/reports' },
        { type: 'link', text: words.dashboards, href: '/dashboards' },
        { type: 'link', text: words.pipelines, href: '/pipelines' },
        { type: 'link', text: words.sideBySide, href: '/side-by-side' },
        {
          type: 'link',
          text: words.runs,
          href: '/runs',
          info: unseen > 0 && <Badge color="blue">{strings.told.unseen(unseen)}</Badge>,
        },
        ...(canMail ? [{ type: 'link' as const, text: words.schedules, href: '/schedules' }] : []),
        ...(isOperator ? [{ type: 'link' as const, text: words.operations, href: '/operations' }] : []),
      ]}
    />
  );
}
