import type { InputProps } from '@cloudscape-design/components/input';
import { type KeyboardEvent, type RefObject, useEffect } from 'react';

/** `/` leads into the search from wherever nothing is typed; the arrow keys then move among the reports' titles. */
export function useCatalogueKeys(search: RefObject<InputProps.Ref | null>) {
  useEffect(() => {
    function onKey(event: globalThis.KeyboardEvent) {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target))
        return;
      event.preventDefault();
      search.current?.focus();
      search.current?.select();
    }
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [search]);

  return function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || event.altKey || event.ctrlKey || event.metaKey) return;
    const stops = [...event.currentTarget.querySelectorAll<HTMLElement>('input[type=search], .report-title')];
    const next = stops[stops.indexOf(event.target as HTMLElement) + step];
    if (!stops.includes(event.target as HTMLElement) || !next) return;
    event.preventDefault();
    next.focus();
  };
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName));
