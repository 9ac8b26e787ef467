import { asReadoutError, type ReadoutError } from '@readout/client';
import type { OperatorRun } from '@readout/runtime/contracts.ts';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useReadout } from '../parts/readout-context.ts';
import { readDay } from './read-day.ts';

const EVERY_MS = 10_000;

interface Day {
  day: string;
  runs?: OperatorRun[];
  /** When they were read, in milliseconds. */
  at?: number;
  error?: ReadoutError;
}

/** Everybody's runs of a day, read anew every few seconds while the page is seen. */
export function useDay(day: string) {
  const { operations, serverNow } = useReadout();
  const [state, setState] = useState<Day>({ day });
  const latest = useRef(state);
  latest.current = state;
  const current = useRef(day);
  current.current = day;
  const busy = useRef<string>(undefined);

  const refresh = useCallback(async () => {
    if (busy.current === day) return;
    busy.current = day;
    const { runs: before, day: known } = latest.current;
    const found = await readDay(operations.listAllRuns, day, known === day ? before : undefined).then(
      (runs): Day => ({ day, runs, at: serverNow() }),
      (thrown): Day => ({ ...(known === day && latest.current), day, error: asReadoutError(thrown) }),
    );
    if (busy.current === day) busy.current = undefined;
    if (current.current === day) setState(found);
  }, [operations, serverNow, day]);

  useEffect(() => {
    void refresh();
    const timer = setInterval(() => document.visibilityState === 'visible' && refresh(), EVERY_MS);
    return () => clearInterval(timer);
  }, [refresh]);

  const shown: Day = state.day === day ? state : { day };
  return { ...shown, refresh };
}
