import { useEffect, useRef, useState } from 'react';

export interface AutoRefresh {
  /** Milliseconds until the next refresh. */
  left: number;
  paused: boolean;
  /** Stops the clock, or lets it go on from where it was. */
  toggle: () => void;
}

/**
 * Refreshes every so many milliseconds while the page is seen: hidden, it waits, and catches up once when it is seen
 * again. `since` is when what is shown was asked for; nothing is refreshed before there is one, and a later one begins anew.
 */
export function useAutoRefresh(every: number, since: number | undefined, refresh: () => void): AutoRefresh {
  const [now, setNow] = useState(Date.now);
  const [stoppedAt, setStoppedAt] = useState<number>();
  const [held, setHeld] = useState(0);
  const latest = useRef(refresh);
  latest.current = refresh;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was held before a run says nothing of the next
  useEffect(() => setHeld(0), [since]);

  const left = Math.min(every, Math.max(0, (since ?? now) + held + every - (stoppedAt ?? now)));
  useClock(since !== undefined && stoppedAt === undefined, () => setNow(Date.now()));
  useEffect(() => {
    if (since !== undefined && left === 0 && document.visibilityState === 'visible') latest.current();
  }, [since, left]);

  function toggle() {
    if (stoppedAt === undefined) return setStoppedAt(Date.now());
    setHeld(held + Date.now() - stoppedAt);
    setNow(Date.now());
    setStoppedAt(undefined);
  }
  return { left, paused: stoppedAt !== undefined, toggle };
}

/** Ticks once a second while the page is seen, and at once when it is seen again. */
function useClock(wanted: boolean, tick: () => void) {
  const latest = useRef(tick);
  latest.current = tick;
  useEffect(() => {
    if (!wanted) return;
    const look = () => document.visibilityState === 'visible' && latest.current();
    const timer = setInterval(look, 1_000);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [wanted]);
}
