import { useEffect, useRef } from 'react';

/** Puts the keyboard at the heading of what is shown, or at its beginning while that has none. Answers whether it has. */
export function focusHeading(): boolean {
  const main = document.querySelector('main');
  // The view before is there still, unseen, while the next one is loaded.
  const headings = main?.querySelectorAll<HTMLElement>('h1') ?? [];
  const heading = [...headings].find((one) => one.offsetParent !== null);
  const target = heading ?? main;
  if (target) {
    target.tabIndex = -1;
    target.focus({ preventScroll: true });
  }
  return heading !== undefined;
}

/**
 * Whoever goes to another place of the page is at its heading then, as soon as there is one: the next Tab goes on from
 * there. Who has gone on meanwhile stays where they are. A page that was just opened is left at its beginning.
 */
export function useHeadingFocus(place: string): void {
  const before = useRef(place);
  useEffect(() => {
    if (before.current === place) return;
    before.current = place;
    if (focusHeading()) return;
    const main = document.querySelector('main');
    const watch = new MutationObserver(() => {
      const isElsewhere = document.activeElement !== main && document.activeElement !== document.body;
      if (isElsewhere || focusHeading()) watch.disconnect();
    });
    if (main) watch.observe(main, { childList: true, subtree: true });
    return () => watch.disconnect();
  }, [place]);
}
