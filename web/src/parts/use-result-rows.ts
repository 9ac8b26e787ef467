import type { Run } from '@readout/runtime/contracts.ts';
import { useCallback, useEffect, useState } from 'react';
import { type ResultState, resultReader } from '../data/result-reader.ts';
import { useReadout } from './readout-context.ts';
import { useObservable } from './use-observable.ts';

export type ResultRows = ResultState & { retry: () => void };

/** The rows of a run, read page by page until there are `most` or all that can be read; after an error `retry` goes on. */
export function useResultRows({ runId }: Run, most = Number.POSITIVE_INFINITY): ResultRows {
  const { getResult } = useReadout();
  const [reader] = useState(() => resultReader((page) => getResult(runId, page)));
  const state = useObservable(reader);
  useEffect(() => {
    void reader.want(most);
    return reader.close;
  }, [reader, most]);
  return { ...state, retry: useCallback(() => void reader.retry(), [reader]) };
}
