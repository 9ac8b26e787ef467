import { useEffect, useRef, useState } from 'react';
import { useReadout } from '../parts/readout-context.ts';
import { useObservable } from '../parts/use-observable.ts';
import { usePageSeen } from '../parts/use-page-seen.ts';
import { newerData } from './newer-data.ts';
import type { TileRun } from './use-tiles.ts';

/** Runs tiles again when data that they read was loaded since they ran, while the page is seen. */
export function useNewerData(
  dashboard: string,
  tiles: readonly TileRun[],
  again: (of: TileRun, fresh: boolean) => void,
): void {
  const { dashboards, loads } = useReadout();
  const heard = useObservable(loads);
  const known = useRef(heard);
  useEffect(() => {
    if (heard === known.current) return;
    known.current = heard;
    void dashboards.load(dashboard).catch(() => undefined); // what is shown stays
  }, [dashboards, dashboard, heard]);

  const [askAgain] = useState(newerData);
  const seen = usePageSeen();
  useEffect(() => {
    if (seen) for (const { of, fresh } of askAgain(tiles)) again(of, fresh);
  });
}
