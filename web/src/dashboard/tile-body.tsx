import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { useRef } from 'react';
import { RunState } from '../report/run-state.tsx';
import { strings } from '../strings.ts';
import { TileError } from './tile-error.tsx';
import { sameInputs } from './tile-inputs.ts';
import { TileResult } from './tile-result.tsx';
import type { TileRun } from './use-tiles.ts';

const words = strings.tile;

export interface TileBodyProps {
  of: TileRun;
  /** Asks Redshift itself: all that helps where the rows are no longer kept. */
  onFresh: () => void;
}

/** Where a tile stands and, once it is done, its rows; while it is refreshed, those from before. */
export function TileBody({ of, onFresh }: TileBodyProps) {
  const shown = useShown(of);
  const { tile, asked, run, busy } = of;
  const error = tile.error ?? asked?.error ?? run?.error;
  if (error) return <TileError error={error} onRetry={asked && onFresh} />;
  const state = <State of={of} />;
  return (
    <div className="tile">
      {shown ? (
        <TileResult key={shown.runId} tile={tile} run={shown} refreshing={busy && state} onFresh={onFresh} />
      ) : (
        <div className="tile-middle">{state}</div>
      )}
    </div>
  );
}

function State({ of: { asked, run } }: Pick<TileBodyProps, 'of'>) {
  if (asked) return <RunState run={run} status={run?.status ?? 'asked'} />;
  return <StatusIndicator type="stopped">{words.notRun}</StatusIndicator>;
}

/** The run whose rows are shown: the one that is done, or the last one that was while the same is asked again. */
function useShown({ asked, run, busy }: TileRun) {
  const last = useRef<Pick<TileRun, 'asked' | 'run'>>({});
  if (run?.status === 'succeeded') last.current = { asked, run };
  const before = last.current;
  if (run?.status === 'succeeded') return run;
  const isSame = busy && asked && before.asked && sameInputs(asked.inputs, before.asked.inputs);
  return isSame ? before.run : undefined;
}
