import type { Run } from '@readout/runtime/contracts.ts';
import { useEffect, useState } from 'react';
import { type ResultState, resultReader } from '../data/result-reader.ts';
import { useReadout } from '../parts/readout-context.ts';
import { useObservable } from '../parts/use-observable.ts';

/** The rows of a run, read page by page until all are there or there are as many as the tile can show. */
export function useTileRows(run: Run, most: number): ResultState & { retry: () => void } {
  const { getResult } = useReadout();
  const [reader] = useState(() => resultReader((page) => getResult(run.runId, page)));
  const state = useObservable(reader);
  useEffect(() => {
    void reader.want(most);
    return reader.close;
  }, [reader, most]);
  return { ...state, retry: () => void reader.retry() };
}
