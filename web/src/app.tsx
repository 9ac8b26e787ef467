import I18nProvider from '@cloudscape-design/components/i18n';
import messages from '@cloudscape-design/components/i18n/messages/all.en';
import type { PageConfig } from '@readout/runtime/contracts.ts';
import { lazy, Suspense, useState } from 'react';
import type { Account, Auth } from './auth/auth.ts';
import { Entry } from './sign-in/entry.tsx';
import { strings } from './strings.ts';

const Session = lazy(() => import('./shell/session.tsx'));

export interface AppProps {
  config: PageConfig;
  auth: Auth;
  /** Who is signed in from an earlier visit. */
  initial?: Account;
}

/** Sign-in, or the page behind it. */
export function App({ config, auth, initial }: AppProps) {
  const [account, setAccount] = useState(initial);
  const [ended, setEnded] = useState<string>();

  function leave(why?: string) {
    setEnded(why);
    setAccount(undefined);
  }

  return (
    <I18nProvider locale="en" messages={[messages]}>
      {account ? (
        <Suspense
          fallback={
            <p className="empty" role="status">
              {strings.starting}
            </p>
          }
        >
          <Session config={config} auth={auth} account={account} onSignedOut={leave} />
        </Suspense>
      ) : (
        <Entry auth={auth} notice={ended} onSignedIn={setAccount} />
      )}
    </I18nProvider>
  );
}
