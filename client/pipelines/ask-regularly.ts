import type { ConnectionStatus } from '../connection/connection.ts';
import type { Observable } from '../observable.ts';
import type { After } from '../timer.ts';

/** Without a connection nothing is pushed. */
const ASK_EVERY_MS = 3_000;
/** With one, asking is a second thought: a push may have been lost. */
const DOUBT_EVERY_MS = 60_000;

/**
 * Asks whenever the connection has been opened, since there is no `sync` for runs of pipelines; often while there is none,
 * seldom while there is. Answers how to end that.
 */
export function askRegularly(
  { status, after }: { status: Observable<ConnectionStatus>; after: After },
  ask: () => Promise<void>,
): () => void {
  const isOpen = () => status.get().state === 'open';
  let wasOpen = isOpen();
  let cancel = wait(0);
  function wait(waited: number): () => void {
    return after(ASK_EVERY_MS, () => {
      const due = waited + ASK_EVERY_MS >= (isOpen() ? DOUBT_EVERY_MS : ASK_EVERY_MS);
      if (due) void ask();
      cancel = wait(due ? 0 : waited + ASK_EVERY_MS);
    });
  }
  const stop = status.subscribe(() => {
    if (isOpen() && !wasOpen) void ask();
    wasOpen = isOpen();
  });
  return () => {
    stop();
    cancel();
  };
}
