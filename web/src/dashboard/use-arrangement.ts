import type { Dashboard } from '@readout/runtime/contracts.ts';
import { useEffect } from 'react';
import { useReadout } from '../parts/readout-context.ts';
import { useObservable } from '../parts/use-observable.ts';
import { arranged, arrangementName, arrangementOf, type Placed } from './arrangement.ts';

export interface Arrangement {
  items: Placed[];
  /** It is the person's own, not the file's. */
  own: boolean;
  keep: (items: readonly Placed[]) => void;
  reset: () => void;
}

/** Where the tiles stand for this person, on every device. */
export function useArrangement({ id, tiles }: Dashboard): Arrangement {
  const { preferences } = useReadout();
  const name = arrangementName(id);
  const kept = useObservable(preferences)[name];
  useEffect(() => void preferences.load(), [preferences]);
  return {
    items: arranged(tiles, kept),
    own: kept !== undefined,
    keep: (items) => preferences.set(name, arrangementOf(items)),
    reset: () => preferences.set(name, null),
  };
}
