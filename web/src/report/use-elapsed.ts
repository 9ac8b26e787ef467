import { useEffect, useState } from 'react';
import { useReadout } from '../parts/readout-context.ts';

/** Whole seconds since a moment, by the server's clock, anew each second. */
export function useElapsed(since: string): number {
  const { serverNow } = useReadout();
  const [now, setNow] = useState(serverNow);
  useEffect(() => {
    const timer = setInterval(() => setNow(serverNow()), 1_000);
    return () => clearInterval(timer);
  }, [serverNow]);
  return Math.max(0, Math.floor((now - Date.parse(since)) / 1_000));
}
