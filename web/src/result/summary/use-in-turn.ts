import { useEffect, useState } from 'react';
import { type Pause, slices } from '../slices.ts';

/**
 * Does one piece of work after the other, so that the first is there before the last, and memory holds one at a time.
 * `work` must keep its identity (`useCallback`) while it is the same.
 */
export function useInTurn<T>(pieces: number, work: (piece: number, pause: Pause) => Promise<T>): T[] {
  const [done, setDone] = useState<{ work: unknown; results: T[] }>({ work, results: [] });
  useEffect(() => {
    const leaving = new AbortController();
    const pause = slices(leaving.signal);
    async function all() {
      for (let piece = 0; piece < pieces; piece++) {
        const result = await work(piece, pause);
        if (leaving.signal.aborted) return;
        setDone((before) => ({
          work,
          results: before.work === work ? [...before.results, result] : [result],
        }));
      }
    }
    all().catch((thrown) => {
      if (!leaving.signal.aborted) throw thrown;
    });
    return () => leaving.abort();
  }, [pieces, work]);
  return done.work === work ? done.results : [];
}
