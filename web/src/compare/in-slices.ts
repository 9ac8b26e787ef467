import type { After } from '@readout/client';

export interface SlicesDeps<Result> {
  after: After;
  /** Milliseconds, of any clock. */
  now: () => number;
  onProgress: (done: number) => void;
  onDone: (result: Result) => void;
}

/** Less than a frame, so that the page answers meanwhile. */
const SLICE_MS = 10;

/** Drives work that yields how far it is, a slice at a time; what it returns stops it. */
export function inSlices<Result>(
  work: Generator<number, Result>,
  { after, now, onProgress, onDone }: SlicesDeps<Result>,
): () => void {
  let cancel = after(0, slice);
  function slice() {
    const end = now() + SLICE_MS;
    let step = work.next();
    while (!step.done && now() < end) step = work.next();
    if (step.done) return onDone(step.value);
    onProgress(step.value);
    cancel = after(0, slice);
  }
  return () => cancel();
}
