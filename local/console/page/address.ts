import { useEffect, useState } from 'react';

export const VIEWS = ['executions', 'statements', 'events', 'mail', 'logs'] as const;
export type View = (typeof VIEWS)[number];

/** Where the console is. */
export interface Address {
  view: View;
  /** For executions, the name of one. */
  name?: string;
  text: string;
}

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/;

/**
 * Reads an address of the console. Those of the AWS console that name an execution by its ARN, as the product's pages link
 * to them, lead to the same execution here.
 */
export function addressOf({
  pathname,
  search,
  hash,
}: Pick<Location, 'pathname' | 'search' | 'hash'>): Address {
  const [, first = '', name] = pathname.split('/').filter(Boolean);
  const text = new URLSearchParams(search).get('text') ?? '';
  if (first === 'states') return { view: 'executions', name: UUID.exec(decodeURIComponent(hash))?.[0], text };
  const view = VIEWS.find((one) => one === first) ?? 'executions';
  return { view, ...(name && { name: decodeURIComponent(name) }), text };
}

export function hrefOf({ view, name, text }: Omit<Address, 'text'> & { text?: string }): string {
  const path = `/console/${view}${name ? `/${encodeURIComponent(name)}` : ''}`;
  return text ? `${path}?${new URLSearchParams({ text })}` : path;
}

const listeners = new Set<() => void>();

/** Goes to another address without loading the page again; `replace` leaves no trace in the history. */
export function go(href: string, replace = false): void {
  if (replace) history.replaceState(null, '', href);
  else history.pushState(null, '', href);
  for (const listener of listeners) listener();
}

/** The address now, and again whenever it changes; links within the console do not load the page again. */
export function useAddress(): Address {
  const [address, set] = useState(() => addressOf(window.location));
  useEffect(() => {
    const look = () => set(addressOf(window.location));
    const follow = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('a') : null;
      const plain = event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
      if (!plain || !link?.getAttribute('href')?.startsWith('/console')) return;
      event.preventDefault();
      go(link.pathname + link.search);
      window.scrollTo(0, 0);
    };
    listeners.add(look);
    window.addEventListener('popstate', look);
    document.addEventListener('click', follow);
    return () => {
      listeners.delete(look);
      window.removeEventListener('popstate', look);
      document.removeEventListener('click', follow);
    };
  }, []);
  return address;
}
