import { useSyncExternalStore } from 'react';
import type { Observable } from '../data/observable.ts';

/** The value now, and again whenever another takes its place. */
export function useObservable<T>({ get, subscribe }: Observable<T>): T {
  return useSyncExternalStore(subscribe, get);
}
