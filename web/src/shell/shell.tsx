import AppLayout from '@cloudscape-design/components/app-layout';
import { useState } from 'react';
import type { Account } from '../auth/auth.ts';
import { useRoute } from '../navigation.ts';
import { type Route, viewKey } from '../route.ts';
import { strings } from '../strings.ts';
import { useSeenEndings } from '../told/use-seen-endings.ts';
import { Crumbs } from './crumbs.tsx';
import { Navigation } from './navigation.tsx';
import { Notices } from './notices.tsx';
import { Title } from './title.tsx';
import { TopBar } from './top-bar.tsx';
import { useHeadingFocus } from './use-heading-focus.ts';
import { View } from './view.tsx';

const words = strings.navigation;
/** Of views with much side by side, in pixels. */
const WIDEST: Partial<Record<Route['view'], number>> = {
  sideBySide: 1800,
  dashboard: 1800,
  compare: 1800,
  runs: 1600,
  operations: 1600,
};
const WIDE = '(min-width: 1100px)';

export interface ShellProps {
  account: Account;
  onSignOut: () => Promise<void>;
}

/** The frame around every view. */
export function Shell({ account, onSignOut }: ShellProps) {
  const route = useRoute();
  useSeenEndings(route);
  useHeadingFocus(viewKey(route));
  const [navigationOpen, setNavigationOpen] = useState(window.matchMedia(WIDE).matches);
  return (
    <>
      <Title route={route} />
      <TopBar account={account} onSignOut={onSignOut} />
      <AppLayout
        headerSelector="#bar"
        toolsHide
        navigationWidth={220}
        navigation={<Navigation route={route} />}
        navigationOpen={navigationOpen}
        onNavigationChange={({ detail }) => setNavigationOpen(detail.open)}
        breadcrumbs={<Crumbs route={route} />}
        notifications={<Notices />}
        content={<View route={route} />}
        maxContentWidth={WIDEST[route.view] ?? 1280}
        ariaLabels={{
          navigation: words.title,
          navigationToggle: words.open,
          navigationClose: words.close,
          notifications: words.notifications,
        }}
      />
    </>
  );
}
