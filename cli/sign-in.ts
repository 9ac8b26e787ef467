import { fetchAuthSession, signIn, signOut } from '@aws-amplify/auth';
import { cognitoUserPoolsTokenProvider } from '@aws-amplify/auth/cognito';
import { Amplify, ConsoleLogger } from '@aws-amplify/core';
import { ReadoutError } from '@readout/client';
import type { Site } from './site.ts';
import { tokenFile } from './token-file.ts';

/** Cognito through Amplify, as the page has it: the password leaves only as an SRP proof, tokens are kept in a file. */
export function signInTo({ url, config }: Site) {
  ConsoleLogger.LOG_LEVEL = 'NONE'; // else it warns of every endpoint that it is given
  const { userPoolId, userPoolClientId, cognitoEndpoint } = config;
  const Cognito = { userPoolId, userPoolClientId, userPoolEndpoint: cognitoEndpoint };
  const file = tokenFile();
  cognitoUserPoolsTokenProvider.setAuthConfig({ Cognito });
  cognitoUserPoolsTokenProvider.setKeyValueStorage(file.storage(url));
  Amplify.configure({ Auth: { Cognito } }, { Auth: { tokenProvider: cognitoUserPoolsTokenProvider } });

  return {
    async signIn(email: string, password: string): Promise<void> {
      await signOut().catch(() => {}); // whoever was signed in before
      const { nextStep } = await signIn({ username: email, password }).catch((thrown) => {
        throw new ReadoutError('Unauthorized', thrown?.message ?? String(thrown));
      });
      if (nextStep.signInStep !== 'DONE')
        throw new ReadoutError('Unauthorized', `Sign in on ${url} once: this account is not complete yet.`);
      await file.makeCurrent(url);
    },
    /** Revokes the tokens and forgets them. */
    signOut: () => signOut(),
    /** Renews it when it is old. Throws Unauthorized when nobody is signed in. */
    async idToken(): Promise<string> {
      const session = await fetchAuthSession().catch((thrown) => {
        throw thrown?.name === 'NetworkError'
          ? new ReadoutError('Offline', 'No answer came from Cognito.')
          : thrown;
      });
      const token = session.tokens?.idToken?.toString();
      if (!token) throw new ReadoutError('Unauthorized', `Nobody is signed in to ${url}: readout login`);
      return token;
    },
  };
}
