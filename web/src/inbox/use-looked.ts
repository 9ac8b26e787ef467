import type { Run } from '@readout/runtime/contracts.ts';
import { useEffect } from 'react';
import { useReadout } from '../parts/readout-context.ts';

/** What became of a run is on the screen: it is no news any more, as soon as the page is seen. */
export function useLooked(run: Run | undefined): void {
  const { inbox } = useReadout();
  useEffect(() => {
    if (!run) return;
    const look = () => document.visibilityState === 'visible' && inbox.look(run);
    look();
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, [inbox, run]);
}
