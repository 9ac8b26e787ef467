import I18nProvider, { type I18nProviderProps } from '@cloudscape-design/components/i18n';
import type { PageConfig } from '@readout/runtime/contracts.ts';
import { lazy, Suspense, useState } from 'react';
import type { Account, Auth } from './auth/auth.ts';
import { Entry } from './sign-in/entry.tsx';
import { Starting } from './starting.tsx';
import { language } from './words/language.ts';

const Session = lazy(() => import('./shell/session.tsx'));

export interface AppProps {
  config: PageConfig;
  auth: Auth;
  /** Who is signed in from an earlier visit. */
  initial?: Account;
  /** The words of Cloudscape's own parts. */
  messages: I18nProviderProps.Messages;
}

/** Sign-in, or the page behind it. */
export function App({ config, auth, initial, messages }: AppProps) {
  const [account, setAccount] = useState(initial);
  const [ended, setEnded] = useState<string>();

  function leave(why?: string) {
    setEnded(why);
    setAccount(undefined);
  }

  return (
    <I18nProvider locale={language()} messages={[messages]}>
      {account ? (
        <Suspense fallback={<Starting />}>
          <Session config={config} auth={auth} account={account} onSignedOut={leave} />
        </Suspense>
      ) : (
        <Entry auth={auth} mayJoin={config.signUp} notice={ended} onSignedIn={setAccount} />
      )}
    </I18nProvider>
  );
}
