import { asReadoutError, type ReadoutError } from '@readout/client';
import type { Run } from '@readout/runtime/contracts.ts';
import { useCallback, useEffect, useState } from 'react';
import { useReadout } from '../parts/readout-context.ts';
import { useObservable } from '../parts/use-observable.ts';
import { type HistoryFilter, matches } from './history-filter.ts';

const PER_PAGE = 25;

/**
 * The runs that a filter finds, page by page, live. The past is read as far as the page needs it: until it is full, one
 * match shows that there is another page, or nothing earlier is kept.
 */
export function useHistory(filter: HistoryFilter, page: number) {
  const { runs, isAskedFor } = useReadout();
  const { runs: known, earlier } = useObservable(runs);
  const asked = [...known.values()].filter(isAskedFor);
  const found = asked.filter((run) => matches(run, filter)).sort(latestFirst);
  const lacks = earlier !== undefined && found.length <= page * PER_PAGE;
  const { error, retry } = useReading(lacks, earlier);
  return {
    asked,
    found,
    shown: found.slice((page - 1) * PER_PAGE, page * PER_PAGE),
    pages: Math.max(1, Math.ceil(found.length / PER_PAGE)),
    /** Everything that is kept is here, so that what was found is all that there is. */
    complete: earlier === undefined,
    reading: lacks && !error,
    error,
    retry,
  };
}

function useReading(lacks: boolean, earlier: string | undefined) {
  const { readEarlier } = useReadout();
  const [failed, setFailed] = useState<{ at?: string; error: ReadoutError }>();
  const error = failed && failed.at === earlier ? failed.error : undefined;
  const wanted = lacks && !error;
  useEffect(() => {
    if (wanted) readEarlier().catch((thrown) => setFailed({ at: earlier, error: asReadoutError(thrown) }));
  }, [wanted, earlier, readEarlier]);
  return { error, retry: useCallback(() => setFailed(undefined), []) };
}

const latestFirst = (a: Run, b: Run) => (a.createdAt < b.createdAt ? 1 : -1);
