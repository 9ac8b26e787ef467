import { createClient, type Socket } from '@readout/client';
import { WebSocket } from 'ws';
import { signInTo } from './sign-in.ts';
import { LOCAL, readSite } from './site.ts';
import { tokenFile } from './token-file.ts';

/** A page, who is signed in to it, and a client of it. Without an address: the page that was signed in to last, else the local one. */
export async function openSession(url?: string) {
  const site = await readSite(url ?? (await tokenFile().current()) ?? LOCAL);
  const auth = signInTo(site);
  const client = createClient({
    ...site.config,
    idToken: auth.idToken,
    openSocket: (address) => new WebSocket(address) as unknown as Socket,
  });
  return { site, auth, client };
}
