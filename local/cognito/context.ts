import type { Clock } from '../service.ts';
import type { Expiring } from './expiring.ts';
import type { AttemptLimit, Lockouts } from './limits.ts';
import type { Pools } from './pools.ts';
import type { Challenge } from './srp.ts';

/** What the operations of the service work with. */
export interface Context {
  account: string;
  region: string;
  clock: Clock;
  /** A new uuid. */
  newId: () => string;
  randomBytes: (size: number) => Buffer;
  deliver: (mail: Mail) => void;
  pools: Pools;
  /** Passwords being proven, by SECRET_BLOCK. */
  proofs: Expiring<Proof>;
  /** Users who must choose a password before they are signed in, by Session. */
  sessions: Expiring<Session>;
  lockouts: Lockouts;
  attempts: AttemptLimit;
}

/** A message that the cloud would send. `code` is what the reader must copy: a code or a temporary password. */
export interface Mail {
  to: string;
  subject: string;
  body: string;
  code: string;
}

export interface Proof {
  clientId: string;
  username: string;
  challenge: Challenge;
}

export interface Session {
  clientId: string;
  username: string;
}

/** One operation: the parsed request in, the response out. Times in responses are epoch seconds. */
export type Operation<Input> = (context: Context) => (input: Input) => Promise<object>;
