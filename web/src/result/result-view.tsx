import Alert from '@cloudscape-design/components/alert';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { Run } from '@readout/runtime/contracts.ts';
import { useEffect, useState } from 'react';
import { resultReader } from '../data/result-reader.ts';
import { Empty } from '../parts/empty.tsx';
import { ErrorAlert } from '../parts/error-alert.tsx';
import { useReadout } from '../parts/readout-context.ts';
import { useObservable } from '../parts/use-observable.ts';
import { Waiting } from '../parts/waiting.tsx';
import { strings } from '../strings.ts';
import { capText } from './cap-text.ts';
import { LoadedResult } from './loaded-result.tsx';

const words = strings.result;

/** So many rows are read without being asked for. */
const BY_ITSELF = 50_000;

export interface ResultViewProps {
  run: Run;
  /** Asks the same again, of Redshift itself: all that helps where the rows are no longer kept. */
  onFresh: () => void;
}

/** The rows of a finished run: the first page at once, further ones behind it, and always how many there are. */
export default function ResultView({ run, onFresh }: ResultViewProps) {
  const { getResult } = useReadout();
  const [reader] = useState(() => resultReader((page) => getResult(run.runId, page)));
  const state = useObservable(reader);
  const cap = capText(run, state);
  useEffect(() => {
    void reader.want(BY_ITSELF);
    return reader.close;
  }, [reader]);
  const { error } = state;
  const failed =
    error &&
    (error.name === 'ResultExpired' ? (
      <ErrorAlert error={error} onRetry={onFresh} retryText={strings.run.fresh} />
    ) : (
      <ErrorAlert error={error} onRetry={() => void reader.retry()} />
    ));

  if (state.loaded === 0) {
    if (failed) return failed;
    if (state.complete && cap) return <Alert type="warning">{cap}</Alert>;
    if (state.complete) return <Empty title={words.noneTitle}>{words.none}</Empty>;
    return <Waiting text={words.loading} />;
  }
  return (
    <SpaceBetween size="s">
      {cap && <Alert type="warning">{cap}</Alert>}
      {failed}
      <LoadedResult {...{ run, reader, state, cap }} />
    </SpaceBetween>
  );
}
