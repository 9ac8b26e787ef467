import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { type GatewayFixture, gatewayFixture } from '../fixture.ts';

const poolArn = 'arn:aws:cognito-idp:us-east-1:000000000000:userpool/us-east-1_Local';
const issuer = 'https://cognito-idp.us-east-1.amazonaws.com/us-east-1_Local';
const keyPair = (kid: string) => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return { kid, privateKey, jwk: { ...publicKey.export({ format: 'jwk' }), kid, alg: 'RS256', use: 'sig' } };
};
const [first, second] = [keyPair('k1'), keyPair('k2')];

const now = () => Math.floor(Date.now() / 1000);
const claims = {
  sub: '0b1c',
  aud: 'some-client',
  iss: issuer,
  token_use: 'id',
  email: 'ana@example.com',
  email_verified: true,
  auth_time: 1_700_000_000,
  iat: 1_795_338_454,
  exp: 4_102_444_800,
  'cognito:groups': ['analysts', 'admins'],
  identities: [{ userId: '1' }],
};
const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
const token = (change: object = {}, key: { kid: string; privateKey: KeyObject } = first) => {
  const signed = `${encode({ alg: 'RS256', kid: key.kid })}.${encode({ ...claims, iat: now() - 5, ...change })}`;
  return `${signed}.${sign('RSA-SHA256', Buffer.from(signed), key.privateKey).toString('base64url')}`;
};

let fixture: GatewayFixture;
let published: object[] = [first.jwk];
const asked: string[] = [];
beforeAll(async () => {
  fixture = await gatewayFixture(
    { f: ({ requestContext }) => ({ statusCode: 200, body: JSON.stringify(requestContext.authorizer) }) },
    {
      jwksOf: async (arn) => {
        asked.push(arn);
        return { issuer, jwks: { keys: published } };
      },
    },
  );
  fixture.gateway.createRestApi({
    id: 'rest1',
    name: 'rest',
    stage: 'live',
    routes: [{ method: 'GET', path: '/', functionArn: 'f', authorizer: 'UserPool' }],
    authorizers: { UserPool: { type: 'COGNITO_USER_POOLS', userPoolArns: [poolArn] } },
    cors: { allowOrigin: '*', allowHeaders: '*', allowMethods: '*' },
  });
});
afterAll(() => fixture.server.close());
const call = (authorization?: string, method = 'GET') =>
  fetch(`${fixture.server.endpoint}/execute-api/rest1/live/`, {
    method,
    headers: authorization === undefined ? {} : { authorization },
  });

it.each(['', 'Bearer '])('takes an ID token after %p, and reads the keys once', async (prefix) => {
  const answer = await call(prefix + token());
  expect(answer.status).toBe(200);
  expect(asked).toEqual([poolArn]);
});

it('gives the function flat claims', async () => {
  expect(await (await call(token({ iat: 1_700_000_000 }))).json()).toEqual({
    claims: {
      sub: '0b1c',
      aud: 'some-client',
      iss: issuer,
      token_use: 'id',
      email: 'ana@example.com',
      email_verified: 'true',
      auth_time: '1700000000',
      iat: 'Tue Nov 14 22:13:20 UTC 2023',
      exp: 'Fri Jan 01 00:00:00 UTC 2100',
      'cognito:groups': 'analysts,admins',
      identities: '{"userId":"1"}',
    },
  });
});

it('takes tokens of every client of the pool, as AWS does', async () => {
  expect((await call(token({ aud: 'another-client' }))).status).toBe(200);
});

it.each([
  ['no token', undefined, 'Unauthorized'],
  ['what is no token', 'Bearer abc', 'Unauthorized'],
  ['an expired token', () => token({ exp: now() - 10 }), 'The incoming token has expired'],
  ['an access token', () => token({ token_use: 'access' }), 'Unauthorized'],
  ['a token of another pool', () => token({ iss: `${issuer}X` }), 'Unauthorized'],
  [
    'a signature by another key',
    () => token({}, { kid: 'k1', privateKey: second.privateKey }),
    'Unauthorized',
  ],
])('refuses %s', async (_name, authorization, message) => {
  fixture.calls.length = 0;
  const answer = await call(typeof authorization === 'function' ? authorization() : authorization);
  expect([answer.status, await answer.json()]).toEqual([401, { message }]);
  expect(answer.headers.get('x-amzn-errortype')).toBe('UnauthorizedException');
  expect(fixture.calls).toEqual([]);
});

it('reads the keys again when a token names one it does not know', async () => {
  expect((await call(token({}, second))).status).toBe(401);
  published = [first.jwk, second.jwk];
  expect((await call(token({}, second))).status).toBe(200);
});

it('lets a preflight through without a token', async () => {
  expect((await call(undefined, 'OPTIONS')).status).toBe(200);
});
