import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { Dashboard } from '@readout/runtime/contracts.ts';
import { CopyLink } from '../parts/copy-link.tsx';
import { SubjectHeader } from '../parts/subject-header.tsx';
import { strings } from '../strings.ts';
import type { Arrangement } from './use-arrangement.ts';
import type { FullScreen } from './use-full-screen.ts';

const words = strings.dashboard;

export interface DashboardHeaderProps {
  dashboard: Dashboard;
  arrangement: Arrangement;
  screen: FullScreen;
}

export function DashboardHeader({ dashboard, arrangement, screen }: DashboardHeaderProps) {
  const { owner } = dashboard;
  return (
    <SubjectHeader
      subject={dashboard}
      note={owner && `${words.owner}: ${owner}`}
      actions={
        <SpaceBetween direction="horizontal" size="xs">
          {arrangement.own && <Button onClick={arrangement.reset}>{words.reset}</Button>}
          <CopyLink />
          <Button iconName={screen.full ? 'exit-full-screen' : 'full-screen'} onClick={screen.toggle}>
            {screen.full ? words.leaveFullScreen : words.fullScreen}
          </Button>
        </SpaceBetween>
      }
    />
  );
}
