import { createHmac, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stack } from '../support/stack.ts';

type Claims = Record<string, unknown>;

/** The key of the local user pool: with it a test makes tokens that are right in all but one thing. */
const pool = (): { kid: string; privateKey: string } =>
  JSON.parse(readFileSync(join(stack.stateDir, 'data/cognito/UserPool.json'), 'utf8')).signingKey;

const encoded = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

export const claimsOf = (token: string): Claims =>
  JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());

const signed = (header: object, claims: Claims, key: KeyObject | string): string => {
  const text = `${encoded(header)}.${encoded(claims)}`;
  return `${text}.${sign('RSA-SHA256', Buffer.from(text), key).toString('base64url')}`;
};

/** A token that the pool itself could have made, with other claims. */
export const issued = (token: string, change: Claims): string => {
  const { kid, privateKey } = pool();
  return signed({ kid, alg: 'RS256' }, { ...claimsOf(token), ...change }, privateKey);
};

const now = (): number => Math.floor(Date.now() / 1000);
const part = (token: string, at: number): string => token.split('.')[at] ?? '';
const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;

/** Tokens that are none, by what is wrong with each, made from a good ID token and from somebody else's. */
export const forgeries: [string, (good: string, other: string) => string][] = [
  ['no token', () => ''],
  ['garbage', () => 'garbage'],
  ['a token without its signature', (good) => `${part(good, 0)}.${part(good, 1)}.`],
  ['a token cut short', (good) => good.slice(0, -20)],
  ['another signature', (good) => `${good.slice(0, -8)}${'A'.repeat(8)}`],
  ['the signature of another token', (good, other) => `${part(good, 0)}.${part(good, 1)}.${part(other, 2)}`],
  ['somebody else’s claims', (good, other) => `${part(good, 0)}.${part(other, 1)}.${part(good, 2)}`],
  [
    'more groups than were signed',
    (good) =>
      `${part(good, 0)}.${encoded({ ...claimsOf(good), 'cognito:groups': ['operators'] })}.${part(good, 2)}`,
  ],
  ['alg none', (good) => `${encoded({ alg: 'none' })}.${part(good, 1)}.`],
  ['alg None', (good) => `${encoded({ alg: 'None', kid: pool().kid })}.${part(good, 1)}.`],
  ['alg none with a signature', (good) => `${encoded({ alg: 'none' })}.${part(good, 1)}.${part(good, 2)}`],
  ['another key', (good) => signed({ kid: pool().kid, alg: 'RS256' }, claimsOf(good), stranger)],
  ['an unknown key', (good) => signed({ kid: 'made-up', alg: 'RS256' }, claimsOf(good), stranger)],
  [
    'a key that the token brings along',
    (good) => {
      const jwk = createPublicKey(stranger).export({ format: 'jwk' });
      return signed({ kid: pool().kid, alg: 'RS256', jwk }, claimsOf(good), stranger);
    },
  ],
  [
    'the public key as a shared secret',
    (good) => {
      const pem = createPublicKey(pool().privateKey).export({ format: 'pem', type: 'spki' });
      const text = `${encoded({ kid: pool().kid, alg: 'HS256' })}.${part(good, 1)}`;
      return `${text}.${createHmac('sha256', pem).update(text).digest('base64url')}`;
    },
  ],
  ['a token that has expired', (good) => issued(good, { iat: now() - 7200, exp: now() - 3600 })],
  ['a token of another pool', (good) => issued(good, { iss: `${claimsOf(good).iss}x` })],
  ['a token of no pool', (good) => issued(good, { iss: 'https://example.com' })],
  ['an access token', (good) => issued(good, { token_use: 'access', client_id: claimsOf(good).aud })],
  ['a token without a use', (good) => issued(good, { token_use: undefined })],
  ['a token of another client', (good) => issued(good, { aud: 'another-client' })],
  ['a token of no client', (good) => issued(good, { aud: undefined })],
  ['a token of nobody', (good) => issued(good, { sub: undefined })],
];
