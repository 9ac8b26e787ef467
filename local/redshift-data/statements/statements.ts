import { ServiceError } from '../../protocol/service-error.ts';
import type { CallerIdentity } from '../../service.ts';
import type { Session } from '../sessions/session.ts';
import type { Sessions } from '../sessions/sessions.ts';
import { createQueue } from './queue.ts';
import { Records } from './records.ts';
import { type RunnerDeps, runStatement } from './runner.ts';
import {
  type Execution,
  ending,
  identityOf,
  isFinal,
  type Statement,
  type Status,
  targetNameOf,
} from './statement.ts';
import { type StatementEvent, statementEvent } from './statement-event.ts';
import { checkShapes, notFound, required, validation } from './validation.ts';

export interface StatementsDeps extends RunnerDeps {
  sessions: Sessions;
  newId: () => string;
  account: string;
  region: string;
  publish: (event: StatementEvent) => void | Promise<void>;
  log: (message: string) => void;
  /** How many statements the engine runs at once; the others wait as SUBMITTED. */
  concurrency: number;
}

type Given = 'name' | 'isBatch' | 'transaction' | 'endpoint' | 'parameters' | 'resultFormat';
export type Draft = Pick<Statement, Given | 'withEvent' | 'principal' | 'session' | 'refusal'> & {
  sqls: readonly string[];
  clientToken?: string;
  /** Seconds for which a session stays; above 0 it opens one where none is given. */
  keepAlive?: number;
};

const activeLimit = 500;

/** Starts statements and finds them again. */
export class Statements {
  readonly #records: Records;
  readonly #active = new Set<Statement>();
  readonly #enqueue: (work: () => Promise<void>) => void;
  #pids = 2n ** 30n;

  constructor(readonly deps: StatementsDeps) {
    this.#enqueue = createQueue(deps.concurrency);
    this.#records = new Records(deps);
  }

  /** Starts a statement, or finds the one that the same role submitted with the same token. */
  submit(draft: Draft): Statement {
    this.sweep();
    const token = draft.clientToken && `${identityOf(draft.principal)} ${draft.clientToken}`;
    const earlier = token ? this.#records.withToken(token) : undefined;
    if (earlier) return earlier;
    this.#checkActive(draft);
    const session = draft.session ?? this.#openSession(draft);
    const statement = this.#create({ ...draft, session });
    if (session) this.deps.sessions.begin(session, statement, draft.keepAlive);
    this.#records.add(statement, token);
    this.#active.add(statement);
    this.#enqueue(() => this.#run(statement));
    return statement;
  }

  /**
   * The caller's own statement, and which part of it the id names.
   * @throws ValidationException malformed or expired; ResourceNotFoundException unknown, or another role's
   */
  find(Id: string | undefined, caller: CallerIdentity): { statement: Statement; execution?: Execution } {
    checkShapes({ Id: required(Id, 'Id') });
    this.sweep();
    const [id, part] = (Id as string).split(':') as [string, string?];
    const statement = this.#records.get(id);
    const execution = part === undefined ? undefined : statement?.executions.find((one) => one.id === Id);
    const expiredAt = this.#records.expiredAt(id, caller.arn);
    if (expiredAt !== undefined) {
      throw validation(`Could not retrieve the query result as it has expired after ${expiredAt}.`);
    }
    const hidden = statement && identityOf(statement.principal) !== identityOf(caller.arn);
    if (!statement || hidden || (part !== undefined && !execution)) {
      throw notFound('Query does not exist.', id);
    }
    return { statement, execution };
  }

  /** The statements of a caller's role, newest first. */
  list(caller: CallerIdentity): Statement[] {
    this.sweep();
    const role = identityOf(caller.arn);
    return [...this.#records.all()].filter(({ principal }) => identityOf(principal) === role).reverse();
  }

  /** Stops a statement; resolves when the engine has stopped. */
  async cancel(statement: Statement): Promise<void> {
    statement.cancelled = true;
    await statement.ended.promise;
  }

  /** Ends and forgets what is too old. */
  sweep(): void {
    this.#records.sweep();
    this.deps.sessions.sweep();
  }

  /** Cancels what is not final. */
  async close(): Promise<void> {
    await Promise.all([...this.#active].map((one) => this.cancel(one)));
    this.deps.sessions.closeAll();
  }

  #checkActive({ endpoint }: Draft): void {
    const name = targetNameOf(endpoint);
    const active = [...this.#active].filter((one) => targetNameOf(one.endpoint) === name);
    if (active.length >= activeLimit) throw tooManyActive();
  }

  #openSession({ endpoint, principal, keepAlive, refusal }: Draft): Session | undefined {
    if (!keepAlive || refusal) return undefined;
    return this.deps.sessions.open(endpoint, principal, keepAlive);
  }

  #create({ sqls, clientToken: _token, keepAlive: _keepAlive, ...draft }: Draft): Statement {
    const id = this.deps.newId();
    const now = this.deps.clock.now();
    const times = { status: 'SUBMITTED' as Status, createdAt: now, updatedAt: now, duration: -1n };
    const executions = sqls.map(
      (sql, index): Execution => ({
        ...times,
        id: draft.isBatch ? `${id}:${index + 1}` : id,
        sql,
        rows: -1n,
        size: -1n,
        queryId: 0n,
        ended: ending(),
      }),
    );
    return { ...draft, ...times, id, executions, ended: ending(), waiting: 0, pid: 0n, cancelled: false };
  }

  async #run(statement: Statement): Promise<void> {
    const { log, sessions } = this.deps;
    statement.pid = ++this.#pids;
    await runStatement(this.deps, statement).catch((error: Error) => {
      log(`statement ${statement.id}: ${error.message}`);
      if (!isFinal(statement))
        Object.assign(statement, { status: 'FAILED', error: `ERROR: ${error.message}` });
    });
    if (statement.session) sessions.end(statement.session);
    this.#active.delete(statement);
    for (const { ended } of [...statement.executions, statement]) ended.resolve();
    log(`statement ${statement.id} ${statement.status}${statement.error ? ` ${statement.error}` : ''}`);
    if (statement.withEvent) await this.#publish(statement);
  }

  async #publish(statement: Statement): Promise<void> {
    try {
      await this.deps.publish(statementEvent(statement, this.deps));
    } catch (error) {
      this.deps.log(`event of statement ${statement.id} lost: ${error}`);
    }
  }
}

const tooManyActive = (): ServiceError =>
  new ServiceError('ActiveStatementsExceededException', 'The number of active statements exceeds the limit.');
