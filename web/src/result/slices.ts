/** A frame has 16 ms; what is left of it is for drawing and for the person. */
const SLICE_MS = 8;

/** So many rows are looked at between two questions for a pause. */
export const STRIDE = 512;

/** Is asked again and again by work that is long, and now and then has it wait. */
export type Pause = () => Promise<void> | undefined;

/**
 * Cuts work into slices, so that the page draws and answers meanwhile. Throws what the signal was aborted with, once
 * nobody wants the work any more.
 */
export function slices(signal: AbortSignal, turn = nextTurn, now = () => performance.now()): Pause {
  let began = now();
  return () => {
    if (now() - began < SLICE_MS) return undefined;
    return turn().then(() => {
      signal.throwIfAborted();
      began = now();
    });
  };
}

/** A timer would wait for 4 ms. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}
