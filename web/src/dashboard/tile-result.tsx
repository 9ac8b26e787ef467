import Spinner from '@cloudscape-design/components/spinner';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { Run, Tile } from '@readout/runtime/contracts.ts';
import { lazy, type ReactNode, Suspense } from 'react';
import type { ResultState } from '../data/result-reader.ts';
import { ErrorAlert } from '../parts/error-alert.tsx';
import { capText } from '../result/cap-text.ts';
import { strings } from '../strings.ts';
import { TileAge } from './tile-age.tsx';
import { TileNumber } from './tile-number.tsx';
import { MOST_ROWS, TileTable } from './tile-table.tsx';
import { useTileRows } from './use-tile-rows.ts';

const TileChart = lazy(() => import('./tile-chart.tsx'));

const words = strings.tile;
/** A tile has few pixels: what it draws is made of this many rows at most, and says so where there are more. */
const MOST_DRAWN = 20_000;

export interface TileResultProps {
  tile: Tile;
  run: Run;
  /** Where the run stands that is to take its place. */
  refreshing: ReactNode;
  onFresh: () => void;
}

/** The rows of a run as its tile shows them, how old they are, and what of them is missing. */
export function TileResult({ tile, run, refreshing, onFresh }: TileResultProps) {
  const result = useTileRows(run, tile.show === 'table' ? MOST_ROWS : MOST_DRAWN);
  const { rows, complete, error, retry } = result;
  if (error) {
    const isGone = error.name === 'ResultExpired';
    return (
      <div className="tile-error">
        <ErrorAlert
          error={error}
          onRetry={isGone ? onFresh : retry}
          retryText={isGone ? strings.run.fresh : undefined}
        />
      </div>
    );
  }
  const isReady = complete || rows.length >= (tile.show === 'table' ? 1 : MOST_DRAWN);
  const missing = isReady ? missingText(tile, run, result) : undefined;
  return (
    <>
      <div className={refreshing ? 'tile-middle tile-stale' : 'tile-middle'}>
        {!isReady ? (
          <Spinner />
        ) : rows.length === 0 ? (
          <p className="tile-none">{words.noRows}</p>
        ) : (
          <Shown {...{ tile, result }} />
        )}
      </div>
      <div className="tile-foot">
        {missing && <StatusIndicator type="warning">{missing}</StatusIndicator>}
        {refreshing}
        <TileAge run={run} />
      </div>
    </>
  );
}

function Shown({ tile: { title, show, chart }, result }: { tile: Tile; result: ResultState }) {
  const { columns, rows, complete } = result;
  if (show === 'table') return <TileTable {...{ title, columns, rows }} />;
  if (show === 'number') return <TileNumber chart={chart} {...{ columns, rows }} />;
  return (
    <Suspense fallback={<Spinner />}>
      <TileChart {...{ columns, rows, complete, chart }} />
    </Suspense>
  );
}

/** What of a result is not in the tile, in words; first what nobody can read. */
function missingText({ show }: Tile, run: Run, result: ResultState): string | undefined {
  const { rows, complete, totalRows = 0 } = result;
  const capped = capText(run, result);
  if (capped) return capped;
  const shown = show === 'table' ? Math.min(rows.length, MOST_ROWS) : rows.length;
  if (complete && shown === rows.length) return undefined;
  return show === 'table' ? words.firstRows(shown, totalRows) : words.partly(shown, totalRows);
}
