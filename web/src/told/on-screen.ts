import { useEffect } from 'react';

/** How many panels show a run, by runId: two halves may show one. */
const shown = new Map<string, number>();

export const isOnScreen = (runId: string): boolean => shown.has(runId);

/** Says that a run can be looked at as long as its panel is there. */
export function useOnScreen(runId: string | undefined): void {
  useEffect(() => {
    if (runId === undefined) return;
    shown.set(runId, (shown.get(runId) ?? 0) + 1);
    return () => {
      const left = (shown.get(runId) ?? 1) - 1;
      if (left > 0) shown.set(runId, left);
      else shown.delete(runId);
    };
  }, [runId]);
}
