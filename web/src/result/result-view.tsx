import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Spinner from '@cloudscape-design/components/spinner';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { Run } from '@readout/runtime/contracts.ts';
import { useEffect, useState } from 'react';
import { resultReader } from '../data/result-reader.ts';
import { DownloadMenu } from '../download/download-menu.tsx';
import { Empty } from '../parts/empty.tsx';
import { ErrorAlert } from '../parts/error-alert.tsx';
import { useReadout } from '../parts/readout-context.ts';
import { useObservable } from '../parts/use-observable.ts';
import { strings } from '../strings.ts';
import { capText } from './cap-text.ts';
import { ResultGrid } from './result-grid.tsx';

const words = strings.result;

export interface ResultViewProps {
  run: Run;
  /** Asks the same again, of Redshift itself: all that helps where the rows are no longer kept. */
  onFresh: () => void;
}

/**
 * The rows of a finished run: the first page at once, further ones on demand, and always how many there are. What
 * cannot be read is said before and below them.
 */
export default function ResultView({ run, onFresh }: ResultViewProps) {
  const { getResult } = useReadout();
  const [reader] = useState(() => resultReader((page) => getResult(run.runId, page)));
  const state = useObservable(reader);
  const { columns, rows, totalRows = 0, complete, loading, error } = state;
  const cap = capText(run, state);
  useEffect(() => void reader.more(), [reader]);
  const failed =
    error &&
    (error.name === 'ResultExpired' ? (
      <ErrorAlert error={error} onRetry={onFresh} retryText={strings.run.fresh} />
    ) : (
      <ErrorAlert error={error} onRetry={reader.more} />
    ));

  if (rows.length === 0) {
    if (failed) return failed;
    if (complete && cap) return <Alert type="warning">{cap}</Alert>;
    if (complete) return <Empty title={words.noneTitle}>{words.none}</Empty>;
    return (
      <Box textAlign="center" padding="xl">
        <Spinner /> <span role="status">{words.loading}</span>
      </Box>
    );
  }
  return (
    <SpaceBetween size="s">
      <DownloadMenu run={run} />
      {cap && <Alert type="warning">{cap}</Alert>}
      <ResultGrid {...{ columns, rows }} sortable={complete && !cap} onEnd={reader.more} />
      <div className="grid-foot">
        <span role="status" className="tabular">
          {words.showing(rows.length, totalRows)}
        </span>
        {!complete && (
          <>
            <Button onClick={reader.more} loading={loading}>
              {words.more}
            </Button>
            {!cap && (
              <Box color="text-body-secondary" fontSize="body-s">
                {words.sortHint}
              </Box>
            )}
          </>
        )}
        {cap && <StatusIndicator type="warning">{cap}</StatusIndicator>}
      </div>
      {failed}
    </SpaceBetween>
  );
}
