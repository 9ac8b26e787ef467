import type { Context } from './context.ts';
import { type Claims, signJwt } from './jwt.ts';
import type { Client, Pool, SignIn, User } from './model.ts';
import { tokenSeconds } from './parameters.ts';
import { hashToken, revocable } from './sign-ins.ts';

interface Subject {
  pool: Pool;
  client: Client;
  user: User;
}

/** Begins a sign-in and answers its AuthenticationResult. */
export const signIn = async (context: Context, { pool, client, user }: Subject): Promise<object> => {
  const { clock, newId, randomBytes, pools } = context;
  const now = clock.now().getTime();
  const refreshToken = randomBytes(96).toString('base64url');
  const begun: SignIn = {
    eventId: newId(),
    originJti: newId(),
    clientId: client.id,
    sub: user.attributes.sub ?? '',
    refreshTokenHash: hashToken(refreshToken),
    authTime: Math.floor(now / 1000),
    expiresAt: new Date(now + tokenSeconds(client.parameters, 'refresh') * 1000).toISOString(),
  };
  pool.signIns = [...pool.signIns.filter(({ expiresAt }) => new Date(expiresAt) > clock.now()), begun];
  await pools.save(pool);
  return { ...tokensOf(context, { pool, client, user }, begun), RefreshToken: refreshToken };
};

/** An AuthenticationResult without a refresh token: the further tokens of a sign-in. */
export const tokensOf = (context: Context, { pool, client, user }: Subject, of: SignIn) => {
  const issuedAt = Math.floor(context.clock.now().getTime() / 1000);
  const lifetime = (token: 'access' | 'id') => tokenSeconds(client.parameters, token);
  const issue = (token: 'access' | 'id', claims: Claims) =>
    signJwt(pool.signingKey, {
      sub: user.attributes.sub,
      ...(user.groups.length > 0 && { 'cognito:groups': user.groups }),
      iss: issuerOf(context.region, pool),
      ...(revocable(client) && { origin_jti: of.originJti }),
      event_id: of.eventId,
      token_use: token,
      auth_time: of.authTime,
      exp: issuedAt + lifetime(token),
      iat: issuedAt,
      jti: context.newId(),
      ...claims,
    });
  return {
    AccessToken: issue('access', {
      client_id: client.id,
      scope: 'aws.cognito.signin.user.admin',
      username: user.username,
    }),
    IdToken: issue('id', { ...profile(user), 'cognito:username': user.username, aud: client.id }),
    ExpiresIn: lifetime('access'),
    TokenType: 'Bearer',
  };
};

/** The `iss` of a pool's tokens: the cloud's, because verifiers make it of the pool id. */
export const issuerOf = (region: string, { id }: Pool): string =>
  `https://cognito-idp.${region}.amazonaws.com/${id}`;

const profile = ({ attributes: { sub: _sub, ...attributes } }: User): Claims =>
  Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [
      name,
      name.endsWith('_verified') ? value === 'true' : value,
    ]),
  );
