import { createHash, createHmac, getDiffieHellman, hkdfSync, randomBytes } from 'node:crypto';

const N = BigInt(`0x${getDiffieHellman('modp15').getPrime('hex')}`);
const g = 2n;

/** What the pool answers to the client's public number. */
export interface Challenge {
  SALT: string;
  SRP_B: string;
  SECRET_BLOCK: string;
  USER_ID_FOR_SRP: string;
}

/** The client's half of SRP-6a as Cognito speaks it, so that the bench signs in as a page does, a thousand times. */
export const srpClient = (poolName: string) => {
  const a = toNumber(randomBytes(32).toString('hex'));
  const A = power(g, a);
  return {
    A: A.toString(16),
    /** The answer to the challenge PASSWORD_VERIFIER. */
    prove: (
      password: string,
      { SALT, SRP_B, SECRET_BLOCK, USER_ID_FOR_SRP }: Challenge,
      timestamp: string,
    ) => {
      const B = toNumber(SRP_B);
      const u = hash(padded(A), padded(B));
      const name = `${poolName}${USER_ID_FOR_SRP}`;
      const x = hash(padded(toNumber(SALT)), createHash('sha256').update(`${name}:${password}`).digest());
      const S = power((((B - k * power(g, x)) % N) + N) % N, a + u * x);
      const key = Buffer.from(hkdfSync('sha256', padded(S), padded(u), 'Caldera Derived Key', 16));
      return createHmac('sha256', key)
        .update(name)
        .update(Buffer.from(SECRET_BLOCK, 'base64'))
        .update(timestamp)
        .digest('base64');
    },
  };
};

const toNumber = (hex: string): bigint => BigInt(`0x${hex}`);

/** Big-endian bytes with room for a sign bit, as Java's BigInteger writes them. */
const padded = (value: bigint): Buffer => {
  const hex = value.toString(16);
  const even = hex.length % 2 ? `0${hex}` : hex;
  return Buffer.from(/^[89a-f]/.test(even) ? `00${even}` : even, 'hex');
};

const hash = (...parts: Buffer[]): bigint =>
  toNumber(createHash('sha256').update(Buffer.concat(parts)).digest('hex'));

const k = hash(padded(N), padded(g));

const power = (base: bigint, exponent: bigint): bigint => {
  let result = 1n;
  for (let square = base % N, rest = exponent; rest > 0n; rest >>= 1n, square = (square * square) % N)
    if (rest & 1n) result = (result * square) % N;
  return result;
};
