import { after } from '@readout/client';
import { useCallback, useEffect } from 'react';
import { useReadout } from '../parts/readout-context.ts';
import { useObservable } from '../parts/use-observable.ts';
import { useTask } from '../parts/use-task.ts';

/** How long a page that nobody can tell waits before it asks again, in milliseconds. */
const ASK_EVERY_MS = 30_000;
/** And one that is told, while something goes on: a message may have been lost. */
const DOUBT_EVERY_MS = 60_000;

export interface Followed {
  /** Another one is read anew. */
  edition?: string;
  /** Something of it goes on. */
  goesOn: boolean;
}

/**
 * Reads something when a view opens, when there is another edition of it, and whenever the connection is there anew: what
 * was told meanwhile is not told again. Without a connection it asks every half minute, with one while something goes on
 * every minute.
 */
export function useFollowed(
  read: (id: string) => Promise<void>,
  id: string,
  { edition = '', goesOn }: Followed,
) {
  const { connection } = useReadout();
  const { state } = useObservable(connection.status);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another edition is read anew
  const task = useTask(useCallback(() => read(id), [read, id, edition]));
  const { done, retry } = task;
  const told = state === 'open';
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a connection that opens later is a reason
  useEffect(() => {
    if (told && done) retry();
  }, [told]);
  useEffect(() => {
    if (!done || (told && !goesOn)) return;
    return after(told ? DOUBT_EVERY_MS : ASK_EVERY_MS, retry);
  }, [told, done, goesOn, retry]);
  return task;
}
