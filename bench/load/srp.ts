import { createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { g, hash, k, N, padded, power, toNumber } from '../../local/cognito/srp-group.ts';

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
