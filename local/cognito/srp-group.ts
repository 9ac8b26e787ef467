import { createHash, getDiffieHellman } from 'node:crypto';

/*
 * The 3072-bit group of RFC 3526 with generator 2, and how Cognito's SRP-6a writes its numbers and hashes them: with
 * SHA-256, in Java's two's complement form.
 */

export const N = BigInt(`0x${getDiffieHellman('modp15').getPrime('hex')}`);
export const g = 2n;

export const toNumber = (hex: string): bigint => BigInt(`0x${hex}`);

/** Big-endian bytes of a positive number with room for a sign bit, as Java's BigInteger writes them. */
export const padded = (value: bigint): Buffer => {
  const hex = value.toString(16);
  const even = hex.length % 2 ? `0${hex}` : hex;
  return Buffer.from(/^[89a-f]/.test(even) ? `00${even}` : even, 'hex');
};

export const hash = (...parts: Buffer[]): bigint =>
  toNumber(createHash('sha256').update(Buffer.concat(parts)).digest('hex'));

export const k = hash(padded(N), padded(g));

export const power = (base: bigint, exponent: bigint): bigint => {
  let result = 1n;
  let square = base % N;
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = (result * square) % N;
    square = (square * square) % N;
  }
  return result;
};
