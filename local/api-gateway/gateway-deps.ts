import type { Clock } from '../service.ts';
import type { ApiGatewayLimits } from './limits.ts';
import type { Timers } from './timers.ts';

/** Calls a function and waits for its answer. A function's own error is an answer with `functionError`. */
export type InvokeLambda = (
  functionArn: string,
  event: object,
) => Promise<{ payload: unknown; functionError?: string }>;

/** A user pool's public keys and the issuer of its tokens. */
export interface PoolKeys {
  issuer: string;
  jwks: { keys: object[] };
}

/** What both kinds of API need. */
export interface GatewayDeps {
  account: string;
  region: string;
  clock: Clock;
  newId: () => string;
  timers: Timers;
  limits: ApiGatewayLimits;
  invokeLambda: InvokeLambda;
  jwksOf: (userPoolArn: string) => PoolKeys | Promise<PoolKeys>;
  /** What AWS would write to the execution log: why an answer is `Internal server error`. */
  log: (line: string) => void;
}
