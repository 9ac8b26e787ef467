import type { Run } from '@readout/runtime/contracts.ts';
import { useCallback, useEffect, useState } from 'react';
import { resultReader } from '../data/result-reader.ts';
import { useReadout } from '../parts/readout-context.ts';
import { useObservable } from '../parts/use-observable.ts';

/** All rows of a run that can be read, page after page; after an error `retry` goes on. */
export function useWholeResult({ runId }: Run) {
  const { getResult } = useReadout();
  const [reader] = useState(() => resultReader((page) => getResult(runId, page)));
  const state = useObservable(reader);
  useEffect(() => {
    void reader.want(Number.POSITIVE_INFINITY);
    return reader.close;
  }, [reader]);
  return { ...state, retry: useCallback(() => void reader.retry(), [reader]) };
}

export type WholeResult = ReturnType<typeof useWholeResult>;
