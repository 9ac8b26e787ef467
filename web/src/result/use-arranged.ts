import { useCallback, useEffect, useMemo } from 'react';
import type { ResultReader, ResultState } from '../data/result-reader.ts';
import { type Arrangement, arrange } from './arrange.ts';
import type { Pause } from './slices.ts';
import { useWork } from './use-work.ts';

/** The rows that are shown: their places in order, or all of them as they came. */
export interface Arranged {
  places?: Uint32Array;
  /** Which ones is not known yet: rows are missing, or being sorted. */
  pending: boolean;
}

/**
 * Filters and sorts the whole result, which has every row of it read first: a part would not tell the truth. What it
 * answers is the same as long as the rows that are shown are: the grid begins anew with another.
 */
export function useArranged(reader: ResultReader, state: ResultState, arrangement: Arrangement): Arranged {
  const { rows, columns, complete } = state;
  const asItCame = arrangement.filters.length === 0 && arrangement.order.length === 0;
  useEffect(() => {
    if (!asItCame) void reader.want(Number.POSITIVE_INFINITY);
  }, [asItCame, reader]);
  const work = useCallback(
    (pause: Pause) => arrange(rows, columns, arrangement, pause),
    [rows, columns, arrangement],
  );
  const places = useWork(complete && !asItCame ? work : undefined);
  const pending = !asItCame && !places;
  return useMemo(() => ({ places, pending }), [places, pending]);
}
