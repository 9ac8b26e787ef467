import type { Clock } from '../../service.ts';
import { identityOf, isFinal, type Statement } from './statement.ts';

const hour = 60 * 60 * 1000;
/** How long a statement runs at most, and how long its result is kept. */
const retention = 24 * hour;
const tokenWindow = 8 * hour;
const mostRemembered = 100_000;

interface Trace {
  principal: string;
  createdAt: Date;
}

interface RecordsDeps {
  clock: Clock;
  log: (message: string) => void;
}

/**
 * The statements that are remembered: whole for 24 hours, as expired for 24 more, then not at all; of the finished ones
 * the newest 100,000.
 */
export class Records {
  readonly #live = new Map<string, Statement>();
  readonly #expired = new Map<string, Trace>();
  readonly #byToken = new Map<string, Statement>();

  constructor(readonly deps: RecordsDeps) {}

  add(statement: Statement, token?: string): void {
    this.#live.set(statement.id, statement);
    if (!token) return;
    this.#byToken.delete(token); // so that the map stays in the order of time
    this.#byToken.set(token, statement);
  }

  get(id: string): Statement | undefined {
    return this.#live.get(id);
  }

  /** Oldest first. */
  all(): Iterable<Statement> {
    return this.#live.values();
  }

  /** What was submitted with a token in the last eight hours. */
  withToken(token: string): Statement | undefined {
    const statement = this.#byToken.get(token);
    return statement && this.#age(statement) < tokenWindow ? statement : undefined;
  }

  /** Epoch seconds at which a caller's statement expired; undefined for one that is unknown. */
  expiredAt(id: string, callerArn: string): number | undefined {
    const trace = this.#expired.get(id);
    if (!trace || identityOf(trace.principal) !== identityOf(callerArn)) return undefined;
    return Math.floor((trace.createdAt.getTime() + retention) / 1000);
  }

  /** Ends what has run for a day and forgets what is old. */
  sweep(): void {
    for (const [token, statement] of this.#byToken) {
      if (this.#age(statement) < tokenWindow && this.#live.has(statement.id)) break;
      this.#byToken.delete(token);
    }
    for (const [id, trace] of this.#expired) {
      if (this.#age(trace) < 2 * retention) break;
      this.#expired.delete(id);
    }
    for (const statement of this.#live.values()) {
      const old = this.#age(statement) >= retention;
      if (!old && this.#live.size <= mostRemembered) break;
      if (isFinal(statement)) this.#expire(statement);
      else if (old) statement.cancelled = true;
    }
  }

  #expire(statement: Statement): void {
    const { id, principal, createdAt } = statement;
    this.#live.delete(id);
    if (this.#age(statement) >= retention) this.#expired.set(id, { principal, createdAt });
    for (const { result } of statement.executions) {
      result?.drop().catch((error) => this.deps.log(`result kept: ${error}`));
    }
  }

  #age({ createdAt }: Trace): number {
    return this.deps.clock.now().getTime() - createdAt.getTime();
  }
}
