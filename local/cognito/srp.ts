import { createHash, createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import type { Verifier } from './model.ts';
import { g, hash, k, N, padded, power, toNumber } from './srp-group.ts';

/*
 * The server's half of SRP-6a as Cognito speaks it, with a session key derived with the info 'Caldera Derived Key'.
 * `identity` is the pool's name (its id after the underscore) followed by the user name.
 */

/** A secret exponent has 256 bits, twice the strength of the group. */
export const exponentBytes = 32;

/** What one challenge leaves with the server: its secret, and both public values. Hex numbers. */
export interface Challenge {
  b: string;
  A: string;
  B: string;
}

/** The verifier of a password, made with a fresh 16-byte `salt`. */
export const makeVerifier = (identity: string, password: string, salt: Buffer): Verifier => {
  const saltHex = salt.toString('hex');
  return { salt: saltHex, verifier: verifierOf(identity, password, saltHex) };
};

/** Whether `password` is the one that the verifier was made of. */
export const matches = (identity: string, password: string, { salt, verifier }: Verifier): boolean =>
  equal(Buffer.from(verifierOf(identity, password, salt)), Buffer.from(verifier));

/** Answers the client's public value `A`; undefined when `A` is not a number that the protocol allows. */
export const makeChallenge = (A: string, { verifier }: Verifier, secret: Buffer): Challenge | undefined => {
  if (!/^[0-9a-f]{1,1024}$/i.test(A) || toNumber(A) % N === 0n) return undefined;
  const b = toNumber(secret.toString('hex'));
  const B = (k * toNumber(verifier) + power(g, b)) % N;
  return { b: b.toString(16), A, B: B.toString(16) };
};

/** Whether `signature` (base64) proves that its maker knew the password. */
export const proves = (
  { b, A, B }: Challenge,
  { verifier }: Verifier,
  signed: { identity: string; secretBlock: string; timestamp: string; signature: string },
): boolean => {
  const u = hash(padded(toNumber(A)), padded(toNumber(B)));
  const S = power(toNumber(A) * power(toNumber(verifier), u), toNumber(b));
  const key = Buffer.from(hkdfSync('sha256', padded(S), padded(u), 'Caldera Derived Key', 16));
  const expected = createHmac('sha256', key)
    .update(signed.identity)
    .update(Buffer.from(signed.secretBlock, 'base64'))
    .update(signed.timestamp)
    .digest();
  return equal(expected, Buffer.from(signed.signature, 'base64'));
};

const verifierOf = (identity: string, password: string, salt: string): string => {
  const credentials = createHash('sha256').update(`${identity}:${password}`).digest();
  return power(g, hash(padded(toNumber(salt)), credentials)).toString(16);
};

const equal = (left: Buffer, right: Buffer): boolean =>
  left.length === right.length && timingSafeEqual(left, right);
