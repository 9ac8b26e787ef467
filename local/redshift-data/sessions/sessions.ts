import { ServiceError } from '../../protocol/service-error.ts';
import type { CallerIdentity, Clock } from '../../service.ts';
import type { Engine } from '../engine/open-engine.ts';
import { type Endpoint, identityOf, type Statement, targetNameOf } from '../statements/statement.ts';
import { validation } from '../statements/validation.ts';
import { endOf, type Session } from './session.ts';

export interface SessionsDeps {
  engine: Engine;
  clock: Clock;
  newId: () => string;
}

const sessionLimit = 500;
const remembered = 24 * 60 * 60 * 1000;
const mostRemembered = 10_000;

/** Every session; a closed one is remembered for 24 hours, the newest 10,000 of them. */
export class Sessions {
  readonly #open = new Map<string, Session>();
  /** In the order in which they were closed. */
  readonly #closed = new Map<string, Session>();

  constructor(readonly deps: SessionsDeps) {}

  /** @throws ServiceError ActiveSessionsExceededException above 500 for a cluster or workgroup */
  open(endpoint: Endpoint, principal: string, keepAlive: number): Session {
    const name = targetNameOf(endpoint);
    const open = [...this.#open.values()].filter((one) => targetNameOf(one.endpoint) === name);
    if (open.length >= sessionLimit) throw tooMany();
    const { engine, clock, newId } = this.deps;
    const now = clock.now();
    const session: Session = {
      id: newId(),
      principal,
      endpoint,
      connection: engine.connect(),
      keepAlive,
      createdAt: now,
      updatedAt: now,
      closed: false,
    };
    this.#open.set(session.id, session);
    return session;
  }

  /**
   * The caller's session, free for a statement.
   * @throws ServiceError ValidationException: never existed or another role's; busy or reclaimed
   */
  take(id: string, caller: CallerIdentity): Session {
    this.sweep();
    const session = this.find(id, caller);
    if (!session) throw validation(`Session with Id: ${id} is invalid`);
    if (session.closed || session.current) throw validation('Session is not available');
    return session;
  }

  find(id: string, caller: CallerIdentity): Session | undefined {
    const session = this.#open.get(id) ?? this.#closed.get(id);
    return session && identityOf(session.principal) === identityOf(caller.arn) ? session : undefined;
  }

  /** The sessions of a caller's role, newest first. */
  list(caller: CallerIdentity): Session[] {
    this.sweep();
    const all = [...this.#open.values(), ...this.#closed.values()].reverse();
    const own = all.filter(({ id }) => this.find(id, caller));
    return own.sort((a, b) => b.createdAt.getTime() - a.createdAt.getTime());
  }

  /** A statement begins in a session, which may change its idle time. */
  begin(session: Session, statement: Statement, keepAlive: number | undefined): void {
    session.current = statement;
    session.keepAlive = keepAlive ?? session.keepAlive;
    session.updatedAt = this.deps.clock.now();
  }

  end(session: Session): void {
    session.current = undefined;
    session.updatedAt = this.deps.clock.now();
    if (session.closed) void this.#disconnect(session);
  }

  /** Closes what has been idle for its time or is 24 hours old, and forgets what has long been closed. */
  sweep(): void {
    const now = this.deps.clock.now().getTime();
    for (const session of this.#open.values()) if (now >= endOf(session).getTime()) this.close(session);
    for (const { id, updatedAt } of this.#closed.values()) {
      if (now - updatedAt.getTime() < remembered && this.#closed.size <= mostRemembered) break;
      this.#closed.delete(id);
    }
  }

  /** Ends a session; a statement that runs in it is terminated. */
  close(session: Session): void {
    this.#open.delete(session.id);
    this.#closed.set(session.id, session);
    session.closed = true;
    session.updatedAt = this.deps.clock.now();
    if (session.current) session.current.cancelled = true;
    else void this.#disconnect(session);
  }

  closeAll(): void {
    for (const session of this.#open.values()) this.close(session);
  }

  async #disconnect({ connection }: Session): Promise<void> {
    (await connection).closeSync();
  }
}

const tooMany = (): ServiceError =>
  new ServiceError(
    'ActiveSessionsExceededException',
    'The Amazon Redshift Data API operation failed because the maximum number of active sessions exceeded.',
  );
