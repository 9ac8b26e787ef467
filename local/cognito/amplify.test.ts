import {
  confirmResetPassword,
  confirmSignIn,
  confirmSignUp,
  fetchAuthSession,
  fetchUserAttributes,
  resendSignUpCode,
  resetPassword,
  signIn,
  signOut,
  signUp,
  updatePassword,
} from '@aws-amplify/auth';
import { cognitoUserPoolsTokenProvider } from '@aws-amplify/auth/cognito';
import { Amplify, ConsoleLogger } from '@aws-amplify/core';
import {
  AdminCreateUserCommand,
  InitiateAuthCommand,
  RespondToAuthChallengeCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { CognitoJwtVerifier } from 'aws-jwt-verify';
import { email, password, startPool, type TestPool } from './test-pool.ts';

/** The library that the page uses, which proves a password by SRP. */
describe('a page with Amplify', () => {
  let pool: TestPool;

  beforeAll(() => {
    ConsoleLogger.LOG_LEVEL = 'ERROR'; // it warns of every endpoint that is not AWS's
  });

  beforeEach(async () => {
    pool = await startPool();
    const Cognito = {
      userPoolId: pool.UserPoolId,
      userPoolClientId: pool.ClientId,
      userPoolEndpoint: pool.endpoint,
    };
    cognitoUserPoolsTokenProvider.setAuthConfig({ Cognito });
    Amplify.configure({ Auth: { Cognito } }, { Auth: { tokenProvider: cognitoUserPoolsTokenProvider } });
  });

  afterEach(async () => {
    await signOut();
    await pool.remove();
  });

  const makeUser = () => pool.cognito.ensureUser({ userPoolId: pool.UserPoolId, email, password });
  const lastProof = () =>
    JSON.parse(
      pool.requests.filter(({ operation }) => operation === 'RespondToAuthChallenge').at(-1)?.body ?? '',
    );

  it('signs up, confirms with the mailed code and signs in with tokens that verify', async () => {
    const { userId, nextStep } = await signUp({ username: email, password });
    expect(nextStep).toMatchObject({
      signUpStep: 'CONFIRM_SIGN_UP',
      codeDeliveryDetails: { deliveryMedium: 'EMAIL', destination: 'A***@e***' },
    });
    await confirmSignUp({ username: email, confirmationCode: pool.code() ?? '' });
    await expect(signIn({ username: 'ada@EXAMPLE.com', password })).resolves.toMatchObject({
      isSignedIn: true,
    });

    const { tokens } = await fetchAuthSession();
    const verifier = CognitoJwtVerifier.create({
      userPoolId: pool.UserPoolId,
      clientId: pool.ClientId,
      tokenUse: 'id',
    });
    verifier.cacheJwks(pool.cognito.jwks(pool.UserPoolId));
    await expect(verifier.verify(String(tokens?.idToken))).resolves.toMatchObject({ sub: userId, email });
    await expect(fetchUserAttributes()).resolves.toMatchObject({
      sub: userId,
      email,
      email_verified: 'true',
    });
  });

  it('learns at sign-in that an address is unconfirmed, and has the code sent again', async () => {
    await signUp({ username: email, password });
    await expect(signIn({ username: email, password })).resolves.toMatchObject({
      nextStep: { signInStep: 'CONFIRM_SIGN_UP' },
    });
    const [first] = pool.mails;
    await resendSignUpCode({ username: email });
    expect(pool.mails).toHaveLength(2);
    if (first?.code !== pool.code())
      await expect(confirmSignUp({ username: email, confirmationCode: first?.code ?? '' })).rejects.toThrow(
        'Invalid verification code provided, please try again.',
      );
    await confirmSignUp({ username: email, confirmationCode: pool.code() ?? '' });
    await expect(signIn({ username: email, password })).resolves.toMatchObject({ isSignedIn: true });
  });

  it.each([
    ['a wrong password', email, 'Wrong-horse-1'],
    ['a user who does not exist', 'nobody@example.com', password],
  ])('answers %s with the same error', async (_name, username, secret) => {
    await makeUser();
    await expect(signIn({ username, password: secret })).rejects.toMatchObject({
      name: 'NotAuthorizedException',
      message: 'Incorrect username or password.',
    });
  });

  it('never sends the password', async () => {
    await makeUser();
    await signIn({ username: email, password });
    expect(pool.requests.length).toBeGreaterThan(1);
    expect(pool.requests.filter(({ body }) => body.includes(password))).toEqual([]);
  });

  it('refuses a proof that was already used', async () => {
    await makeUser();
    await signIn({ username: email, password });
    await expect(pool.sdk.send(new RespondToAuthChallengeCommand(lastProof()))).rejects.toMatchObject({
      name: 'NotAuthorizedException',
    });
  });

  it('refuses a browser whose clock is six minutes off', async () => {
    await makeUser();
    pool.clock.advance({ minutes: 6 });
    await expect(signIn({ username: email, password })).rejects.toThrow('more than 5 minutes');
    pool.clock.advance({ minutes: -2 });
    await expect(signIn({ username: email, password })).resolves.toMatchObject({ isSignedIn: true });
  });

  it('accepts the answer to a challenge for three minutes only', async () => {
    await makeUser();
    pool.before.set('RespondToAuthChallenge', () => pool.clock.advance({ minutes: 3 }));
    await expect(signIn({ username: email, password })).rejects.toThrow('Incorrect username or password.');
    pool.clock.advance({ minutes: -3 });
    pool.before.set('RespondToAuthChallenge', () => pool.clock.advance({ minutes: 2 }));
    await expect(signIn({ username: email, password })).resolves.toMatchObject({ isSignedIn: true });
  });

  it('refreshes, until the user is signed out everywhere', async () => {
    await makeUser();
    await signIn({ username: email, password });
    const before = (await fetchAuthSession()).tokens?.idToken?.payload;
    const after = (await fetchAuthSession({ forceRefresh: true })).tokens?.idToken?.payload;
    expect(after?.jti).not.toBe(before?.jti);
    expect(after?.origin_jti).toBe(before?.origin_jti);
    const other = await pool.signIn();
    await signOut({ global: true });
    const refresh = new InitiateAuthCommand({
      ClientId: pool.ClientId,
      AuthFlow: 'REFRESH_TOKEN_AUTH',
      AuthParameters: { REFRESH_TOKEN: other.RefreshToken },
    });
    await expect(pool.sdk.send(refresh)).rejects.toThrow('Refresh Token has been revoked');
  });

  it('changes and recovers a password', async () => {
    await makeUser();
    await signIn({ username: email, password });
    await updatePassword({ oldPassword: password, newPassword: 'Second-horse-2' });
    await signOut();
    await expect(signIn({ username: email, password })).rejects.toThrow('Incorrect username or password.');
    await expect(signIn({ username: email, password: 'Second-horse-2' })).resolves.toMatchObject({
      isSignedIn: true,
    });
    await signOut();
    await resetPassword({ username: email });
    const recovered = 'Third-horse-3';
    await confirmResetPassword({
      username: email,
      confirmationCode: pool.code() ?? '',
      newPassword: recovered,
    });
    await expect(signIn({ username: email, password: recovered })).resolves.toMatchObject({
      isSignedIn: true,
    });
  });

  it('lets an invited user choose a password', async () => {
    await pool.sdk.send(new AdminCreateUserCommand({ UserPoolId: pool.UserPoolId, Username: email }));
    const [mail] = pool.mails;
    expect(mail).toMatchObject({ to: email, subject: 'Your temporary password' });
    const invited = await signIn({ username: email, password: mail?.code ?? '' });
    expect(invited.nextStep.signInStep).toBe('CONFIRM_SIGN_IN_WITH_NEW_PASSWORD_REQUIRED');
    await expect(confirmSignIn({ challengeResponse: 'short' })).rejects.toThrow('Password not long enough');
    await expect(confirmSignIn({ challengeResponse: password })).resolves.toMatchObject({ isSignedIn: true });
    await signOut();
    await expect(signIn({ username: email, password })).resolves.toMatchObject({ isSignedIn: true });
  });
});
