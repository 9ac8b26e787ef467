import Spinner from '@cloudscape-design/components/spinner';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { Run, Tile } from '@readout/runtime/contracts.ts';
import { lazy, type ReactNode, Suspense } from 'react';
import type { ResultState } from '../data/result-reader.ts';
import { DownloadMenu } from '../download/download-menu.tsx';
import { useResultRows } from '../parts/use-result-rows.ts';
import { capText } from '../result/cap-text.ts';
import { strings } from '../strings.ts';
import { TileAge } from './tile-age.tsx';
import { TileError } from './tile-error.tsx';
import { TileNumber } from './tile-number.tsx';
import { MOST_ROWS, TileTable } from './tile-table.tsx';

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
  const result = useResultRows(run, tile.show === 'table' ? MOST_ROWS : MOST_DRAWN);
  const { rows, complete, error, retry } = result;
  if (error) {
    return (
      <div className="tile-scroll">
        <TileError error={error} onRetry={error.name === 'ResultExpired' ? onFresh : retry} />
      </div>
    );
  }
  const isReady = complete || rows.length >= (tile.show === 'table' ? 1 : MOST_DRAWN);
  const missing = isReady ? missingText(tile, run, result) : undefined;
  return (
    <>
      <div className={refreshing ? 'tile-middle tile-stale' : 'tile-middle'}>
        {isReady ? <Shown {...{ tile, result }} /> : <Waiting />}
      </div>
      <div className="tile-foot">
        {missing && <StatusIndicator type="warning">{missing}</StatusIndicator>}
        {refreshing}
        <TileAge run={run} />
        <DownloadMenu run={run} small={tile.title} />
      </div>
    </>
  );
}

function Shown({
  tile: { title, show, chart, columns: formats },
  result,
}: {
  tile: Tile;
  result: ResultState;
}) {
  const { columns, rows, complete } = result;
  if (rows.length === 0) return <p className="tile-none">{words.noRows}</p>;
  if (show === 'table') return <TileTable {...{ title, columns, rows, formats }} />;
  if (show === 'number') return <TileNumber {...{ chart, columns, rows, formats }} />;
  return (
    <Suspense fallback={<Waiting />}>
      <TileChart {...{ columns, rows, complete, chart, formats }} />
    </Suspense>
  );
}

const Waiting = () => (
  <span className="tile-wait" role="status" aria-label={strings.result.loading}>
    <Spinner />
  </span>
);

/** What of a result is not in the tile, in words; first what nobody can read. A chart says itself what it lacks. */
function missingText({ show }: Tile, run: Run, result: ResultState): string | undefined {
  const { rows, complete, totalRows = 0 } = result;
  const capped = capText(run, result);
  if (capped) return capped;
  const shown = Math.min(rows.length, MOST_ROWS);
  if (show === 'table') return shown < totalRows ? words.firstRows(shown, totalRows) : undefined;
  return complete || show === 'chart' ? undefined : words.partly(rows.length, totalRows);
}
