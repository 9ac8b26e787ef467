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

/** Every session, oldest first; a closed one is remembered for 24 hours. */
export class Sessions {
  readonly #byId = new Map<string, Session>();

  constructor(readonly deps: SessionsDeps) {}

  /** @throws ServiceError ActiveSessionsExceededException above 500 for a cluster or workgroup */
  open(endpoint: Endpoint, principal: string, keepAlive: number): Session {
    const name = targetNameOf(endpoint);
    const open = [...this.#byId.values()].filter((one) => !one.closed && targetNameOf(one.endpoint) === name);
    if (open.length >= sessionLimit) throw tooMany();
    const { engine, clock, newId } = this.deps;
    const now = clock.now();
    const session: Session = {
      ...{ id: newId(), principal, endpoint, keepAlive, createdAt: now, updatedAt: now, closed: false },
      connection: engine.connect(),
    };
    this.#byId.set(session.id, session);
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
    const session = this.#byId.get(id);
    return session && identityOf(session.principal) === identityOf(caller.arn) ? session : undefined;
  }

  /** The sessions of a caller's role, newest first. */
  list(caller: CallerIdentity): Session[] {
    this.sweep();
    return [...this.#byId.values()].filter(({ id }) => this.find(id, caller)).reverse();
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
    for (const session of this.#byId.values()) {
      if (session.closed && now - session.updatedAt.getTime() >= remembered) this.#byId.delete(session.id);
      else if (!session.closed && now >= endOf(session).getTime()) this.close(session);
    }
  }

  /** Ends a session; a statement that runs in it is terminated. */
  close(session: Session): void {
    session.closed = true;
    session.updatedAt = this.deps.clock.now();
    if (session.current) session.current.cancelled = true;
    else void this.#disconnect(session);
  }

  closeAll(): void {
    for (const session of this.#byId.values()) if (!session.closed) this.close(session);
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
