import { ReadoutError } from '@readout/client';
import type { PageConfig } from '@readout/runtime/contracts.ts';

/** A page, and what it says of its servers. */
export interface Site {
  /** Without a trailing slash. */
  url: string;
  config: Pick<PageConfig, 'rest' | 'websocket' | 'userPoolId' | 'userPoolClientId' | 'cognitoEndpoint'>;
}

/** Where `npm start` has its page. */
export const LOCAL = 'http://127.0.0.1:3000';

/** Reads `/config.json` of a page. Throws Offline when nothing of the kind is there. */
export async function readSite(address: string): Promise<Site> {
  const url = address.replace(/\/+$/, '');
  const nothing = (why: string) => new ReadoutError('Offline', `${url}/config.json ${why}. Is --url right?`);
  const response = await fetch(`${url}/config.json`).catch(() => {
    throw nothing('did not answer');
  });
  if (!response.ok) throw nothing(`answered ${response.status}`);
  const config = await response.json().catch(() => undefined);
  if (!config?.rest || !config.websocket || !config.userPoolClientId) throw nothing('is none of Readout');
  return { url, config };
}
