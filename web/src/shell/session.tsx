import { after } from '@readout/client';
import type { PageConfig } from '@readout/runtime/contracts.ts';
import { useEffect, useState } from 'react';
import type { Account, Auth } from '../auth/auth.ts';
import { createReadout, type Readout } from '../data/readout.ts';
import { ReadoutContext } from '../parts/readout-context.ts';
import { forgetOwn } from '../reports/remembered-own.ts';
import { strings } from '../strings.ts';
import { notify } from '../told/browser-notice.ts';
import { type Endings, watchEndings } from '../told/endings.ts';
import { isOnScreen } from '../told/on-screen.ts';
import { EndingsContext } from '../told/told-context.ts';
import { Shell } from './shell.tsx';

/** A person who signs out does not wait longer than this for other devices. */
const END_WITHIN_MS = 5_000;

export interface SessionProps {
  config: PageConfig;
  auth: Auth;
  account: Account;
  /** Called with a reason when the session ended by itself. */
  onSignedOut: (why?: string) => void;
}

/** One person's stay: the data port, its connection that opens by itself, and the end of both. */
export default function Session({ config, auth, account, onSignedOut }: SessionProps) {
  const [readout, setReadout] = useState<Readout>();
  const [endings, setEndings] = useState<Endings>();

  useEffect(() => {
    const opened = createReadout({
      config,
      account,
      idToken: auth.idToken,
      openSocket: (url) => new WebSocket(url),
      after,
      random: Math.random,
      newId: () => crypto.randomUUID(),
      now: Date.now,
    });
    const unwatch = watch(opened, () => onSignedOut(strings.errorTitles.Unauthorized));
    opened.connection.open();
    void opened.preferences.load();
    const told = tellEndings(opened);
    setEndings(told.endings);
    setReadout(opened);
    return () => {
      told.stop();
      unwatch();
      opened.close();
    };
  }, [config, auth, account, onSignedOut]);

  async function signOut() {
    if (readout) await endEverywhere(readout);
    forgetOwn();
    await auth.signOut().catch(() => undefined); // gone from this device in any case
    onSignedOut();
  }

  if (!readout || !endings) return null;
  return (
    <ReadoutContext.Provider value={readout}>
      <EndingsContext.Provider value={endings}>
        <Shell account={account} onSignOut={signOut} />
      </EndingsContext.Provider>
    </ReadoutContext.Provider>
  );
}

/** Ends that nobody saw come: by the page, and by the browser where it was asked to. A dashboard's tiles are no news. */
const tellEndings = ({ runs, isAskedFor }: Readout) =>
  watchEndings({
    runs,
    isAskedFor: (run) => isAskedFor(run) && !run.topic?.startsWith('dashboard/'),
    isOnScreen,
    isHidden: () => document.visibilityState === 'hidden',
    tell: notify,
  });

/** While the token is still good. Whatever becomes of it, the person is signed out. */
function endEverywhere(readout: Readout): Promise<void> {
  const ended = readout.closeEverywhere().catch(() => undefined);
  return Promise.race([ended, new Promise<void>((resolve) => after(END_WITHIN_MS, resolve))]);
}

/**
 * A laptop that wakes and a network that returns find out at once whether the connection lives; a page that is left
 * keeps what was set a moment ago.
 */
function watch({ connection, preferences }: Readout, onOver: () => void): () => void {
  const check = () => (document.visibilityState === 'visible' ? connection.check() : preferences.flush());
  window.addEventListener('online', check);
  document.addEventListener('visibilitychange', check);
  const unsubscribe = connection.status.subscribe(() => {
    if (connection.status.get().error?.name === 'Unauthorized') onOver();
  });
  return () => {
    window.removeEventListener('online', check);
    document.removeEventListener('visibilitychange', check);
    unsubscribe();
  };
}
