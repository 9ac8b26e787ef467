import type { Observable } from '@readout/client';
import { useSyncExternalStore } from 'react';

/** The value now, and again whenever another takes its place. */
export function useObservable<T>({ get, subscribe }: Observable<T>): T {
  return useSyncExternalStore(subscribe, get);
}
