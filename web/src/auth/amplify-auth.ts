import {
  confirmResetPassword,
  confirmSignIn,
  confirmSignUp,
  fetchAuthSession,
  resendSignUpCode,
  resetPassword,
  signIn,
  signOut,
  signUp,
} from '@aws-amplify/auth';
import { cognitoUserPoolsTokenProvider } from '@aws-amplify/auth/cognito';
import { Amplify, ConsoleLogger } from '@aws-amplify/core';
import { ReadoutError } from '@readout/client';
import type { PageConfig } from '@readout/runtime/contracts.ts';
import type { Account, Auth, SignInOutcome } from './auth.ts';

/** Cognito through Amplify: passwords leave the page only as SRP proofs. */
export function amplifyAuth({ userPoolId, userPoolClientId, cognitoEndpoint }: PageConfig): Auth {
  ConsoleLogger.LOG_LEVEL = 'ERROR'; // else it warns of every endpoint that it is given
  const config = { Cognito: { userPoolId, userPoolClientId, userPoolEndpoint: cognitoEndpoint } };
  cognitoUserPoolsTokenProvider.setAuthConfig(config);
  Amplify.configure({ Auth: config }, { Auth: { tokenProvider: cognitoUserPoolsTokenProvider } });
  return {
    current,
    signUp: async (email, password) => {
      await signUp({ username: email, password, options: { userAttributes: { email } } });
    },
    confirm: async (email, code) => {
      await confirmSignUp({ username: email, confirmationCode: code });
    },
    resendCode: async (email) => {
      await resendSignUpCode({ username: email });
    },
    signIn: signInOnce,
    choosePassword,
    forgotPassword: async (email) => {
      await resetPassword({ username: email });
    },
    resetPassword: (email, code, password) =>
      confirmResetPassword({ username: email, confirmationCode: code, newPassword: password }),
    signOut: () => signOut({ global: true }),
    idToken,
  };
}

async function signInOnce(email: string, password: string): Promise<SignInOutcome> {
  const { nextStep } = await signIn({ username: email, password });
  if (nextStep.signInStep === 'DONE') return 'done';
  if (nextStep.signInStep === 'CONFIRM_SIGN_UP') return 'unconfirmed';
  if (nextStep.signInStep === 'CONFIRM_SIGN_IN_WITH_NEW_PASSWORD_REQUIRED') return 'newPassword';
  throw new Error(`Not supported: ${nextStep.signInStep}`);
}

/** Cognito keeps a half-done sign-in for 3 minutes, and Amplify until the page is loaded again. */
const TOO_LATE = ['NotAuthorizedException', 'SignInException'];

async function choosePassword(password: string): Promise<void> {
  await confirmSignIn({ challengeResponse: password }).catch((thrown) => {
    throw TOO_LATE.includes(thrown?.name) ? Object.assign(new Error(), { name: 'SignInExpired' }) : thrown;
  });
}

/** No session and an ended one look the same here; no network is told apart, and thrown. */
async function current(): Promise<Account | undefined> {
  const { tokens } = await fetchAuthSession();
  const { email, 'cognito:groups': groups } = tokens?.idToken?.payload ?? {};
  return typeof email === 'string'
    ? { email, groups: Array.isArray(groups) ? groups.map(String) : [] }
    : undefined;
}

async function idToken(): Promise<string> {
  const { tokens } = await fetchAuthSession().catch((thrown) => {
    throw thrown?.name === 'NetworkError'
      ? new ReadoutError('Offline', 'No answer came from Cognito.')
      : thrown;
  });
  const token = tokens?.idToken?.toString();
  if (!token) throw new ReadoutError('Unauthorized', 'The session is over.');
  return token;
}
