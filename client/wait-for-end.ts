import type { Observable } from './observable.ts';
import type { ReadoutError } from './readout-error.ts';

export interface Waiting<One> {
  /** What is waited for, as it stands. */
  find: () => One | undefined;
  isOver: (one: One) => boolean;
  /** Why nothing will be heard of it any more. */
  trouble: () => ReadoutError | undefined;
  /** Whatever may change the answers above. */
  sources: readonly Observable<unknown>[];
  signal: AbortSignal;
  /** Called with it as it stands, and again with each change. */
  onChange?: (one: One) => void;
}

/** Resolves with what is waited for when it is over. Rejects with the trouble, or the reason of the signal. */
export function waitForEnd<One>(waiting: Waiting<One>): Promise<One> {
  const { find, isOver, trouble, sources, signal, onChange } = waiting;
  return new Promise((resolve, reject) => {
    let shown: One | undefined;
    const stops = sources.map(({ subscribe }) => subscribe(look));
    signal.addEventListener('abort', look);
    look();

    function look() {
      const one = find();
      if (one && one !== shown) onChange?.(one);
      shown = one;
      const error = trouble();
      if (one && isOver(one)) finish(() => resolve(one));
      else if (signal.aborted) finish(() => reject(signal.reason));
      else if (error) finish(() => reject(error));
    }
    function finish(settle: () => void) {
      for (const stop of stops) stop();
      signal.removeEventListener('abort', look);
      settle();
    }
  });
}
