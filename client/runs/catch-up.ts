import type { ConnectionState } from '../connection/connection.ts';
import type { After } from '../timer.ts';
import { anyUnfinished, type RunStore } from './run-store.ts';

/** Without a connection nothing is pushed, so the page asks. */
const ASK_EVERY_MS = 3_000;
/** With one, asking is a second thought: a push may have been lost. */
const DOUBT_EVERY_MS = 60_000;

export interface CatchUpDeps {
  store: RunStore;
  /** Pushes come while it is `open`. */
  state: () => ConnectionState;
  /** Asks for what changed, over whichever channel there is. */
  ask: () => Promise<void>;
  after: After;
}

/**
 * Asks `since` the cursor: often while a run is unfinished and pushes cannot come, seldom while they do. Where the page
 * asks instead of being told, it also asks seldom when nothing runs: another device may have started something.
 */
export function catchUpRegularly({ store, state, ask, after }: CatchUpDeps): { stop(): void } {
  let cancel = () => {};
  let stopped = false;
  function wait(waited: number) {
    if (stopped) return; // while it was asking
    cancel = after(ASK_EVERY_MS, () => void tick(waited + ASK_EVERY_MS));
  }
  async function tick(waited: number) {
    const every = everyMs();
    if (every === undefined) return wait(0);
    if (waited < every) return wait(waited);
    await ask().catch(() => {}); // the next tick asks again
    wait(0);
  }
  function everyMs(): number | undefined {
    if (anyUnfinished(store.get())) return state() === 'open' ? DOUBT_EVERY_MS : ASK_EVERY_MS;
    return state() === 'asking' ? DOUBT_EVERY_MS : undefined;
  }
  wait(0);
  return {
    stop() {
      stopped = true;
      cancel();
    },
  };
}
