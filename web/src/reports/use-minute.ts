import { useEffect, useState } from 'react';

const MINUTE_MS = 60_000;

/** The time, asked again every minute: for words such as “5 minutes ago”. In epoch milliseconds. */
export function useMinute(now: () => number): number {
  const [time, setTime] = useState(now);
  useEffect(() => {
    const timer = setInterval(() => setTime(now()), MINUTE_MS);
    return () => clearInterval(timer);
  }, [now]);
  return time;
}
