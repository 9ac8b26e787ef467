import Button from '@cloudscape-design/components/button';
import type { ResultReader, ResultState } from '../data/result-reader.ts';
import { strings } from '../strings.ts';

const words = strings.result;

export interface RowsProgressProps {
  reader: ResultReader;
  state: ResultState;
  /** How many rows can be read at most. */
  readable: number;
  /** Why all of them are being read, where something waits for that. */
  reason?: string;
}

/** How far a result has been loaded, while it is not whole; and the way to the rest of it. */
export function RowsProgress({ reader, state, readable, reason }: RowsProgressProps) {
  const { loaded, complete, loading, totalRows = 0 } = state;
  if (complete) return null;
  const progress = words.progress(loaded, totalRows);
  return (
    <div className="rows-progress">
      {reason && <span role="status">{reason}</span>}
      {loading && <progress value={loaded} max={readable} aria-label={progress} />}
      <span className="tabular">{progress}</span>
      {!loading && !state.error && (
        <Button onClick={() => void reader.want(Number.POSITIVE_INFINITY)}>{words.loadAll}</Button>
      )}
    </div>
  );
}
