import { useEffect } from 'react';
import type { Route } from '../route.ts';
import { useEndings } from './told-context.ts';

/** Forgets an ending when its run is opened, all of them in the list of runs, and those on screen when the page shows. */
export function useSeenEndings(route: Route): void {
  const endings = useEndings();
  const runId = route.view === 'run' ? route.runId : undefined;
  const inList = route.view === 'runs';
  useEffect(() => {
    const look = () => {
      if (document.visibilityState === 'hidden') return;
      endings.see(({ run, onScreen }) => onScreen || inList || run.runId === runId);
    };
    look();
    document.addEventListener('visibilitychange', look);
    const stop = endings.subscribe(look);
    return () => {
      document.removeEventListener('visibilitychange', look);
      stop();
    };
  }, [endings, runId, inList]);
}
