import { useEffect, useMemo, useState } from 'react';
import { useReadout } from '../parts/readout-context.ts';
import { useObservable } from '../parts/use-observable.ts';
import { FAVOURITES, favouritesFrom, latestRuns } from './own.ts';
import { rememberedOwn, rememberOwn } from './remembered-own.ts';
import type { Own } from './sections.ts';

/** The person's favourites and what they have run; as it was on the last visit until the server has said it. */
export function useOwn() {
  const { preferences, runs, isAskedFor, email } = useReadout();
  const { [FAVOURITES]: kept } = useObservable(preferences);
  const { runs: known, cursor } = useObservable(runs);
  const [before] = useState(() => rememberedOwn(email));
  const lastRuns = useMemo(() => latestRuns([...known.values()].filter(isAskedFor)), [known, isAskedFor]);
  const own = useMemo<Own>(
    () => ({
      favourites: kept === undefined ? before.favourites : favouritesFrom(kept),
      recent: cursor === undefined ? before.recent : [...lastRuns.keys()],
    }),
    [kept, cursor, lastRuns, before],
  );
  useEffect(() => rememberOwn(email, own), [email, own]);
  return { own, lastRuns };
}
