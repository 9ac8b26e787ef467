import { panelOf } from '@readout/client';
import { createContext, useContext } from 'react';
import type { Readout } from '../data/readout.ts';
import { useObservable } from './use-observable.ts';

export const ReadoutContext = createContext<Readout | undefined>(undefined);

/** The port to the data. Throws outside of a signed-in page. */
export function useReadout(): Readout {
  const readout = useContext(ReadoutContext);
  if (!readout) throw new Error('useReadout is for views of the signed-in page.');
  return readout;
}

/** What a topic asked for last, and the run that it became. */
export function usePanel(topic: string) {
  return panelOf(useObservable(useReadout().runs), topic);
}
