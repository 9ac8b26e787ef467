import { anyUnfinished, type RunStore } from './run-store.ts';
import type { After } from './timer.ts';

/** Without a connection nothing is pushed, so the page asks. */
const ASK_EVERY_MS = 3_000;
/** With one, asking is a second thought: a push may have been lost. */
const DOUBT_EVERY_MS = 60_000;

export interface CatchUpDeps {
  store: RunStore;
  isOpen: () => boolean;
  /** Asks for what changed, over whichever channel there is. */
  ask: () => Promise<void>;
  after: After;
}

/** Asks `since` the cursor as long as a run is unfinished: seldom while pushes come, often while they cannot. */
export function catchUpRegularly({ store, isOpen, ask, after }: CatchUpDeps): { stop(): void } {
  let cancel = () => {};
  function wait(waited: number) {
    cancel = after(ASK_EVERY_MS, () => void tick(waited + ASK_EVERY_MS));
  }
  async function tick(waited: number) {
    const due = waited >= (isOpen() ? DOUBT_EVERY_MS : ASK_EVERY_MS);
    if (!due || !anyUnfinished(store.get())) return wait(due ? 0 : waited);
    await ask().catch(() => {}); // the next tick asks again
    wait(0);
  }
  wait(0);
  return { stop: () => cancel() };
}
