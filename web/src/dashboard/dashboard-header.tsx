import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import CopyToClipboard from '@cloudscape-design/components/copy-to-clipboard';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { Dashboard } from '@readout/runtime/contracts.ts';
import { address } from '../navigation.ts';
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
  const { title, description, tags, owner } = dashboard;
  return (
    <SpaceBetween size="xs">
      <Header
        variant="h1"
        description={description}
        actions={
          <SpaceBetween direction="horizontal" size="xs">
            {arrangement.own && <Button onClick={arrangement.reset}>{words.reset}</Button>}
            <CopyToClipboard
              textToCopy={address()}
              copyButtonText={words.copyLink}
              copySuccessText={words.copied}
              copyErrorText={words.copyFailed}
            />
            <Button iconName={screen.full ? 'exit-full-screen' : 'full-screen'} onClick={screen.toggle}>
              {screen.full ? words.leaveFullScreen : words.fullScreen}
            </Button>
          </SpaceBetween>
        }
      >
        {title}
      </Header>
      {(tags.length > 0 || owner) && (
        <SpaceBetween direction="horizontal" size="xs" alignItems="center">
          {tags.map((tag) => (
            <span key={tag} className="tag">
              {tag}
            </span>
          ))}
          {owner && (
            <Box color="text-body-secondary" fontSize="body-s">
              {words.owner}: {owner}
            </Box>
          )}
        </SpaceBetween>
      )}
    </SpaceBetween>
  );
}
