import { useSyncExternalStore } from 'react';

/** Whether the page is seen: it is not in a tab behind others, nor behind a locked screen. */
export const usePageSeen = (): boolean =>
  useSyncExternalStore(subscribe, () => document.visibilityState === 'visible');

function subscribe(listener: () => void): () => void {
  document.addEventListener('visibilitychange', listener);
  return () => document.removeEventListener('visibilitychange', listener);
}
