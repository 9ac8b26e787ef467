import { useEffect, useState } from 'react';
import { type Pause, slices } from './slices.ts';

/**
 * What long work comes to, once it is done; it is done in slices, and called off when there is other work or the view
 * closes. `work` must keep its identity (`useCallback`) while it is the same.
 */
export function useWork<T>(work: ((pause: Pause) => Promise<T>) | undefined): T | undefined {
  const [done, setDone] = useState<{ work: typeof work; result: T }>();
  useEffect(() => {
    if (!work) return;
    const leaving = new AbortController();
    work(slices(leaving.signal)).then(
      (result) => !leaving.signal.aborted && setDone({ work, result }),
      (thrown) => {
        if (!leaving.signal.aborted) throw thrown;
      },
    );
    return () => leaving.abort();
  }, [work]);
  return done && done.work === work ? done.result : undefined;
}
