import {
  GetTokensFromRefreshTokenCommand,
  GetUserCommand,
  GlobalSignOutCommand,
  InitiateAuthCommand,
  RevokeTokenCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { CognitoJwtVerifier } from 'aws-jwt-verify';
import { email, password, startPool, type TestPool } from './test-pool.ts';

describe('tokens', () => {
  let pool: TestPool;

  afterEach(() => pool.remove());

  const verify = (token: string, tokenUse: 'id' | 'access', clientId = pool.ClientId) => {
    const verifier = CognitoJwtVerifier.create({ userPoolId: pool.UserPoolId, clientId, tokenUse });
    verifier.cacheJwks(pool.cognito.jwks(pool.UserPoolId));
    return verifier.verify(token);
  };
  const refresh = (REFRESH_TOKEN: string) =>
    pool.sdk.send(
      new InitiateAuthCommand({
        ClientId: pool.ClientId,
        AuthFlow: 'REFRESH_TOKEN_AUTH',
        AuthParameters: { REFRESH_TOKEN },
      }),
    );
  const getUser = (AccessToken: string) => pool.sdk.send(new GetUserCommand({ AccessToken }));
  const revoke = (Token: string) => pool.sdk.send(new RevokeTokenCommand({ ClientId: pool.ClientId, Token }));
  const joinedAnalysts = () =>
    pool.cognito.createGroup({ userPoolId: pool.UserPoolId, groupName: 'analysts' });
  const uuid = expect.stringMatching(/^[0-9a-f-]{36}$/);

  describe('of a client as the template has it', () => {
    beforeEach(async () => {
      pool = await startPool();
      await joinedAnalysts();
    });

    it("have Cognito's claims, and verify", async () => {
      const { IdToken, AccessToken } = await pool.signedIn(['analysts']);
      const now = Math.floor(pool.clock.now().getTime() / 1000);
      const both = {
        sub: uuid,
        'cognito:groups': ['analysts'],
        iss: `https://cognito-idp.us-east-1.amazonaws.com/${pool.UserPoolId}`,
        origin_jti: uuid,
        event_id: uuid,
        auth_time: now,
        iat: now,
        exp: now + 3600,
        jti: uuid,
      };
      const id = await verify(IdToken, 'id');
      expect(id).toEqual({
        ...both,
        token_use: 'id',
        aud: pool.ClientId,
        'cognito:username': id.sub,
        email,
        email_verified: true,
      });
      const access = await verify(AccessToken, 'access');
      expect(access).toEqual({
        ...both,
        token_use: 'access',
        client_id: pool.ClientId,
        scope: 'aws.cognito.signin.user.admin',
        username: id.sub,
      });
      expect(access).toMatchObject({ origin_jti: id.origin_jti, event_id: id.event_id });
      expect(access.jti).not.toBe(id.jti);
    });

    it('do not verify for another client, or when altered', async () => {
      const { IdToken } = await pool.signedIn();
      await expect(verify(IdToken, 'id', 'other')).rejects.toThrow('Client ID');
      const [header, , signature] = IdToken.split('.');
      const claims = Buffer.from(JSON.stringify({ ...(await verify(IdToken, 'id')), sub: 'eve' }));
      await expect(verify(`${header}.${claims.toString('base64url')}.${signature}`, 'id')).rejects.toThrow(
        'Invalid signature',
      );
    });

    it('are published: the keys, and where they are', async () => {
      const { IdToken } = await pool.signedIn();
      const base = `${pool.endpoint}/${pool.UserPoolId}/.well-known`;
      const configuration = await read(`${base}/openid-configuration`);
      expect(configuration).toMatchObject({
        issuer: `https://cognito-idp.us-east-1.amazonaws.com/${pool.UserPoolId}`,
        jwks_uri: `${base}/jwks.json`,
      });
      const keys = await read(configuration.jwks_uri);
      const { kid } = JSON.parse(Buffer.from(IdToken.split('.')[0] ?? '', 'base64url').toString());
      expect(keys.keys).toEqual([expect.objectContaining({ kid, kty: 'RSA', alg: 'RS256', use: 'sig' })]);
      expect((await fetch(`${pool.endpoint}/us-east-1_Unknown00/.well-known/jwks.json`)).status).toBe(404);
    });

    it('are refreshed with the groups of the moment, by either operation', async () => {
      const { RefreshToken } = await pool.signedIn();
      await pool.cognito.ensureUser({ userPoolId: pool.UserPoolId, email, password, groups: ['analysts'] });
      pool.clock.advance({ minutes: 10 });
      const { AuthenticationResult: one } = await refresh(RefreshToken);
      const { AuthenticationResult: other } = await pool.sdk.send(
        new GetTokensFromRefreshTokenCommand({ ClientId: pool.ClientId, RefreshToken }),
      );
      for (const result of [one, other]) {
        expect(result).toMatchObject({ ExpiresIn: 3600, TokenType: 'Bearer' });
        expect(result?.RefreshToken).toBeUndefined();
        const claims = decode(result?.IdToken);
        expect(claims['cognito:groups']).toEqual(['analysts']);
        expect(claims.iat - claims.auth_time).toBe(600);
      }
    });

    it('end with their time', async () => {
      const { AccessToken, RefreshToken } = await pool.signedIn();
      pool.clock.advance({ minutes: 59 });
      await getUser(AccessToken);
      pool.clock.advance({ minutes: 1 });
      await expect(getUser(AccessToken)).rejects.toMatchObject({
        name: 'NotAuthorizedException',
        message: 'Access Token has expired',
      });
      pool.clock.advance({ days: 30 });
      await expect(refresh(RefreshToken)).rejects.toThrow('Refresh Token has expired');
    });

    it('of every sign-in end with a global sign-out, for Cognito only', async () => {
      const here = await pool.signedIn();
      const there = await pool.signIn();
      await pool.sdk.send(new GlobalSignOutCommand({ AccessToken: here.AccessToken }));
      for (const { AccessToken, RefreshToken } of [here, there]) {
        await expect(getUser(AccessToken)).rejects.toThrow('Access Token has been revoked');
        await expect(refresh(RefreshToken)).rejects.toThrow('Refresh Token has been revoked');
      }
      await expect(verify(here.IdToken, 'id')).resolves.toMatchObject({ email });
      await getUser((await pool.signIn()).AccessToken);
    });

    it('of one sign-in end when its refresh token is revoked', async () => {
      const here = await pool.signedIn();
      const there = await pool.signIn();
      await revoke(here.RefreshToken);
      await expect(getUser(here.AccessToken)).rejects.toThrow('Access Token has been revoked');
      await expect(refresh(here.RefreshToken)).rejects.toThrow('Refresh Token has been revoked');
      await getUser(there.AccessToken);
      await refresh(there.RefreshToken);
      await expect(revoke(there.AccessToken)).rejects.toMatchObject({
        name: 'UnsupportedTokenTypeException',
      });
    });

    it.each([
      ['an ID token', ({ IdToken }: { IdToken: string }) => IdToken],
      ['a token that another key signed', ({ AccessToken }: { AccessToken: string }) => forged(AccessToken)],
      ['no token', () => 'made-up'],
    ])('of access are not %s', async (_name, pick) => {
      const token = pick(await pool.signedIn());
      await expect(getUser(token)).rejects.toMatchObject({
        name: 'NotAuthorizedException',
        message: 'Invalid Access Token',
      });
    });

    it('of another client do not refresh', async () => {
      const { RefreshToken } = await pool.signedIn();
      const other = await pool.cognito.createUserPoolClient({
        logicalId: 'OtherClient',
        userPoolId: pool.UserPoolId,
      });
      const command = new GetTokensFromRefreshTokenCommand({ ClientId: other.id, RefreshToken });
      await expect(pool.sdk.send(command)).rejects.toThrow('Invalid Refresh Token');
    });
  });

  it('live as long as the template says', async () => {
    pool = await startPool({
      client: {
        accessTokenValidity: 5,
        idTokenValidity: 20,
        refreshTokenValidity: 2,
        tokenValidityUnits: { AccessToken: 'minutes', IdToken: 'minutes', RefreshToken: 'hours' },
      },
    });
    const { AccessToken, IdToken, RefreshToken } = await pool.signedIn();
    const lifetime = ({ exp, iat }: Record<string, number>) => Number(exp) - Number(iat);
    expect([lifetime(decode(AccessToken)), lifetime(decode(IdToken))]).toEqual([300, 1200]);
    pool.clock.advance({ hours: 2 });
    await expect(refresh(RefreshToken)).rejects.toThrow('Refresh Token has expired');
  });

  it('cannot be revoked where the client does not allow it', async () => {
    pool = await startPool({ client: { enableTokenRevocation: false } });
    const { RefreshToken, IdToken } = await pool.signedIn();
    expect(decode(IdToken)).not.toHaveProperty('origin_jti');
    await expect(revoke(RefreshToken)).rejects.toMatchObject({ name: 'UnsupportedOperationException' });
  });
});

const decode = (token = '') => JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());

const read = async (address: string) => JSON.parse(await (await fetch(address)).text());

const forged = (token: string) => `${token.split('.').slice(0, 2).join('.')}.${'A'.repeat(342)}`;
