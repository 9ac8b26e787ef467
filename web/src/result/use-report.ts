import type { Report } from '@readout/runtime/contracts.ts';
import { useCallback } from 'react';
import { useReadout } from '../parts/readout-context.ts';
import { useObservable } from '../parts/use-observable.ts';
import { useTask } from '../parts/use-task.ts';

/**
 * What the report of a result says of its columns and its chart. Nothing until that is known, and where the report is
 * there no longer: its rows are shown all the same.
 */
export function useReport(id: string): { report?: Report; settled: boolean } {
  const { catalogue } = useReadout();
  const report = useObservable(catalogue).get(id);
  const isKnown = report !== undefined;
  const { done } = useTask(
    useCallback(async () => {
      if (!isKnown) await catalogue.load(id);
    }, [catalogue, id, isKnown]),
  );
  return { report, settled: done || isKnown };
}
