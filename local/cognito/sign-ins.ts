import { createHash } from 'node:crypto';
import type { Context } from './context.ts';
import { noSuchUser, notAuthorized } from './errors.ts';
import { decodeJwt, isSignedBy } from './jwt.ts';
import type { Client, Pool, SignIn, User } from './model.ts';
import { userOfSub } from './users.ts';

export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex');

/** EnableTokenRevocation is on unless a template turns it off. */
export const revocable = ({ parameters }: Client): boolean => parameters.enableTokenRevocation !== false;

/** Ends all sign-ins of a user for Cognito; a JWT that someone verifies alone stays good until it expires. */
export const signOutEverywhere = (pool: Pool, user: User): void => {
  for (const signIn of pool.signIns) {
    if (signIn.sub === user.attributes.sub) signIn.revoked = true;
  }
};

/** The sign-in of a refresh token. @throws NotAuthorizedException, UserNotFoundException */
export const fromRefreshToken = (
  { clock }: Pick<Context, 'clock'>,
  pool: Pool,
  client: Client,
  token: string,
): { signIn: SignIn; user: User } => {
  const hash = hashToken(token);
  const signIn = pool.signIns.find(({ refreshTokenHash }) => refreshTokenHash === hash);
  if (!signIn || signIn.clientId !== client.id) throw notAuthorized('Invalid Refresh Token');
  if (signIn.revoked) throw notAuthorized('Refresh Token has been revoked');
  if (new Date(signIn.expiresAt) <= clock.now()) throw notAuthorized('Refresh Token has expired');
  const user = userOfSub(pool, signIn.sub);
  if (!user) throw noSuchUser();
  return { signIn, user };
};

/** Who an access token speaks for. @throws NotAuthorizedException, UserNotFoundException */
export const fromAccessToken = (
  { clock, pools }: Pick<Context, 'clock' | 'pools'>,
  token: string,
): { pool: Pool; client: Client; user: User } => {
  const claims = decodeJwt(token);
  const poolId = String(claims?.iss).split('/').pop();
  const pool = pools.list().find(({ id }) => id === poolId);
  if (!claims || !pool || claims.token_use !== 'access' || !isSignedBy(pool.signingKey, token))
    throw notAuthorized('Invalid Access Token');
  if (Number(claims.exp) * 1000 <= clock.now().getTime()) throw notAuthorized('Access Token has expired');
  const user = userOfSub(pool, claims.sub);
  if (!user) throw noSuchUser();
  const signIn = pool.signIns.find(({ eventId }) => eventId === claims.event_id);
  if (!signIn || signIn.revoked) throw notAuthorized('Access Token has been revoked');
  return { pool, client: pools.client(signIn.clientId).client, user };
};
