import LiveRegion from '@cloudscape-design/components/live-region';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { strings } from '../strings.ts';
import type { TileRun } from './use-tiles.ts';

const words = strings.dashboard;

/** How many of the tiles are on their way, and at the end how many came; nothing before any was asked for. */
export function TilesState({ tiles }: { tiles: TileRun[] }) {
  const asked = tiles.filter((one) => one.asked);
  if (asked.length === 0) return null;
  const busy = asked.filter((one) => one.busy).length;
  const done = asked.filter(({ run }) => run?.status === 'succeeded').length;
  const failed = asked.length - done;
  const text = busy > 0 ? words.running(busy, asked.length) : words.finished(done, failed);
  return (
    <>
      <StatusIndicator type={busy > 0 ? 'in-progress' : failed > 0 ? 'warning' : 'success'}>
        {text}
      </StatusIndicator>
      <LiveRegion hidden>{text}</LiveRegion>
    </>
  );
}
