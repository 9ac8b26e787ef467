import { useEffect, useState } from 'react';

/** A pause after which what came last is drawn, however little it is. */
const PAUSE_MS = 1_000;

/**
 * Rows as they should be drawn: all of them once they are complete or fewer than before, and while they keep coming only
 * when there are half as many again, so that a long result is not drawn a thousand times.
 */
export function usePaced<Row>(rows: readonly Row[], complete: boolean): readonly Row[] {
  const [drawn, setDrawn] = useState(rows);
  const isDue = complete || rows.length >= drawn.length * 1.5 || rows.length <= drawn.length;
  if (isDue && drawn !== rows) setDrawn(rows);
  useEffect(() => {
    const timer = setTimeout(() => setDrawn(rows), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [rows]);
  return isDue ? rows : drawn;
}
