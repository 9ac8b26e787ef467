import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { strings } from '../strings.ts';
import { language } from '../words/language.ts';
import { clockText, intervalText, millisecondsOf } from './time-text.ts';
import { useAutoRefresh } from './use-auto-refresh.ts';

const words = strings.dashboard;

export interface RefreshControlProps {
  /** A duration such as `5m`. */
  every: string;
  /** When what is shown was asked for, in epoch milliseconds. */
  since?: number;
  onRefresh: () => void;
}

/** When the tiles are asked again by themselves, and the button that holds that. */
export function RefreshControl({ every, since, onRefresh }: RefreshControlProps) {
  const milliseconds = millisecondsOf(every);
  const { left, paused, toggle } = useAutoRefresh(milliseconds, since, onRefresh);
  const text = paused ? words.refreshPaused : words.refreshIn;
  return (
    <SpaceBetween direction="horizontal" size="xxs" alignItems="center">
      <Box color="text-body-secondary" fontSize="body-s">
        <span className="tabular">
          {since === undefined ? words.refreshLater(intervalText(every, language())) : text(clockText(left))}
        </span>
      </Box>
      {since !== undefined && (
        <Button
          variant="inline-icon"
          iconName={paused ? 'play' : 'pause'}
          ariaLabel={paused ? words.resume : words.pause}
          onClick={toggle}
        />
      )}
    </SpaceBetween>
  );
}
