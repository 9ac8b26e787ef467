import type { Run } from '@readout/runtime/contracts.ts';
import { useCallback, useEffect, useState } from 'react';
import { resultReader } from '../data/result-reader.ts';
import { useReadout } from '../parts/readout-context.ts';
import { useObservable } from '../parts/use-observable.ts';

/** All rows of a run that can be read, page after page; after an error `retry` goes on. */
export function useWholeResult({ runId }: Run) {
  const { getResult } = useReadout();
  const [reader] = useState(() => resultReader((page) => getResult(runId, page)));
  const [attempt, setAttempt] = useState(0);
  const state = useObservable(reader);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `attempt` goes on after an error
  useEffect(() => {
    let left = false;
    (async () => {
      do await reader.more();
      while (!left && !reader.get().complete && !reader.get().error);
    })();
    return () => {
      left = true;
    };
  }, [reader, attempt]);
  return { ...state, retry: useCallback(() => setAttempt((n) => n + 1), []) };
}

export type WholeResult = ReturnType<typeof useWholeResult>;
