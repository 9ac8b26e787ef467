import { createContext, useContext } from 'react';
import type { Endings } from './endings.ts';

export const EndingsContext = createContext<Endings | undefined>(undefined);

/** What there is to tell. Throws outside of a signed-in page. */
export function useEndings(): Endings {
  const endings = useContext(EndingsContext);
  if (!endings) throw new Error('useEndings is for views of the signed-in page.');
  return endings;
}
