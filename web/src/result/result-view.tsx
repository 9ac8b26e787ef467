import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Spinner from '@cloudscape-design/components/spinner';
import type { Run } from '@readout/runtime/contracts.ts';
import { useEffect, useState } from 'react';
import { resultReader } from '../data/result-reader.ts';
import { Empty } from '../parts/empty.tsx';
import { ErrorAlert } from '../parts/error-alert.tsx';
import { useReadout } from '../parts/readout-context.ts';
import { useObservable } from '../parts/use-observable.ts';
import { strings } from '../strings.ts';
import { ResultGrid } from './result-grid.tsx';

const words = strings.result;

/** The rows of a finished run: the first page at once, further ones on demand, and always how many there are. */
export default function ResultView({ run }: { run: Run }) {
  const { getResult } = useReadout();
  const [reader] = useState(() => resultReader((page) => getResult(run.runId, page)));
  const { columns, rows, totalRows = 0, complete, loading, error } = useObservable(reader);
  useEffect(() => void reader.more(), [reader]);

  if (rows.length === 0) {
    if (error) return <ErrorAlert error={error} onRetry={reader.more} />;
    if (complete) return <Empty title={words.noneTitle}>{words.none}</Empty>;
    return (
      <Box textAlign="center" padding="xl">
        <Spinner /> <span role="status">{words.loading}</span>
      </Box>
    );
  }
  return (
    <div>
      <ResultGrid {...{ columns, rows, complete }} onEnd={reader.more} />
      <div className="grid-foot">
        <span role="status" className="tabular">
          {words.showing(rows.length, totalRows)}
        </span>
        {!complete && (
          <>
            <Button onClick={reader.more} loading={loading}>
              {words.more}
            </Button>
            <Box color="text-body-secondary" fontSize="body-s">
              {words.sortHint}
            </Box>
          </>
        )}
      </div>
      {error && <ErrorAlert error={error} onRetry={reader.more} />}
    </div>
  );
}
