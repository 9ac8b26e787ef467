import type { CallerIdentity } from '../../service.ts';
import type { Engine } from '../engine/open-engine.ts';
import type { Sessions } from '../sessions/sessions.ts';
import type { PageTokens } from '../statements/page-token.ts';
import type { Statements } from '../statements/statements.ts';
import type { TargetDeps } from '../statements/target.ts';

/** What the operations work with; each asks for its part. */
export interface Parts {
  statements: Statements;
  sessions: Sessions;
  pageTokens: PageTokens;
  engine: Engine;
  targets: TargetDeps;
}

/** One operation of the Data API: `(what it needs) => (request, caller) => response`. */
export type Operation<Request, Needs extends keyof Parts> = (
  parts: Pick<Parts, Needs>,
) => (request: Request, caller: CallerIdentity) => Promise<object>;

/** Epoch seconds with milliseconds: how the protocol writes times. */
export const epochSeconds = (time: Date): number => time.getTime() / 1000;
