import { after, subject } from '@readout/client';
import { useMemo, useSyncExternalStore } from 'react';
import { type Route, routeOf } from './route.ts';

/** Some browsers refuse more than a hundred changes of the address in half a minute. */
const SETTLE_MS = 300;

const here = () => window.location.pathname + window.location.search;
const place = subject(here());
let cancelWrite = () => {};

/** Goes to another address of the page. */
export function navigate(href: string): void {
  cancelWrite();
  if (place.get() !== here()) history.replaceState(null, '', place.get()); // Back comes to where one was
  history.pushState(null, '', href);
  place.set(href);
  window.scrollTo(0, 0);
}

/** Changes the address of where one is, e.g. while typing: at once for the page, a moment later for the browser. */
export function amend(href: string): void {
  cancelWrite();
  place.set(href);
  cancelWrite = after(SETTLE_MS, () => history.replaceState(null, '', href));
}

/** The address to share: where one is, typed inputs included. */
export const address = (): string => new URL(place.get(), window.location.origin).href;

export function useRoute(): Route {
  const href = useSyncExternalStore(place.subscribe, place.get);
  return useMemo(() => routeOf(new URL(href, window.location.origin)), [href]);
}

/** Follows links within the page without loading it again; leaves new tabs and downloads to the browser. */
export function followLinks(): void {
  window.addEventListener('popstate', () => {
    cancelWrite();
    place.set(here());
  });
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    const plain = event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
    if (!link?.getAttribute('href')?.startsWith('/') || link.target || !plain || event.defaultPrevented)
      return;
    event.preventDefault();
    navigate(link.pathname + link.search);
  });
}
