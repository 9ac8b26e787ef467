import { after } from '@readout/client';
import { useEffect, useState } from 'react';
import { type Comparison, compareRows } from './compare-rows.ts';
import { inSlices } from './in-slices.ts';
import type { Rows } from './key-columns.ts';
import type { SharedColumn } from './paired-columns.ts';

/** The comparison as soon as it is done, and until then the share of the rows that are, from 0 to 1. */
export function useComparison(
  left: Rows,
  right: Rows,
  shared: readonly SharedColumn[],
  keys: readonly SharedColumn[],
): { comparison?: Comparison; share: number } {
  const [state, setState] = useState<{ comparison?: Comparison; share: number }>({ share: 0 });
  useEffect(() => {
    setState({ share: 0 });
    const all = Math.max(1, left.length + right.length);
    return inSlices(compareRows(left, right, shared, keys), {
      after,
      now: () => performance.now(),
      onProgress: (done) => setState({ share: done / all }),
      onDone: (comparison) => setState({ comparison, share: 1 }),
    });
  }, [left, right, shared, keys]);
  return state;
}
