import {
  createPrivateKey,
  createPublicKey,
  generateKeyPair,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto';
import { promisify } from 'node:util';
import type { Pool } from './model.ts';

type SigningKey = Pool['signingKey'];
export type Claims = Record<string, unknown>;

/** The public half of a pool's key, as `jwks.json` publishes it. */
export type Jwks = {
  keys: { alg: 'RS256'; e: string; kid: string; kty: 'RSA'; n: string; use: 'sig' }[];
};

export const newSigningKey = async (kid: string): Promise<SigningKey> => {
  const { privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 2048 });
  return { kid, privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString() };
};

export const publicKeys = (key: SigningKey): Jwks => {
  const { e = '', n = '' } = createPublicKey(key.privateKey).export({ format: 'jwk' });
  return { keys: [{ alg: 'RS256', e, kid: key.kid, kty: 'RSA', n, use: 'sig' }] };
};

export const signJwt = (key: SigningKey, claims: Claims): string => {
  const signed = `${encode({ kid: key.kid, alg: 'RS256' })}.${encode(claims)}`;
  return `${signed}.${sign('RSA-SHA256', Buffer.from(signed), privateKeyOf(key)).toString('base64url')}`;
};

/** The claims of a token, unverified; undefined when it is no JWT. */
export const decodeJwt = (token: string): Claims | undefined => {
  try {
    const claims = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
    return typeof claims === 'object' && claims ? claims : undefined;
  } catch {
    return undefined;
  }
};

export const isSignedBy = (key: SigningKey, token: string): boolean => {
  const [header, claims, signature] = token.split('.');
  const signed = Buffer.from(`${header}.${claims}`);
  return verify(
    'RSA-SHA256',
    signed,
    createPublicKey(key.privateKey),
    Buffer.from(signature ?? '', 'base64url'),
  );
};

const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

const parsedKeys = new Map<string, KeyObject>();

const privateKeyOf = ({ privateKey }: SigningKey): KeyObject => {
  const parsed = parsedKeys.get(privateKey) ?? createPrivateKey(privateKey);
  parsedKeys.set(privateKey, parsed);
  return parsed;
};
