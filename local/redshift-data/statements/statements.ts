import { ServiceError } from '../../protocol/service-error.ts';
import type { CallerIdentity } from '../../service.ts';
import { createQueue } from './queue.ts';
import { type RunnerDeps, runStatement } from './runner.ts';
import { type Execution, identityOf, isFinal, type Statement, type Status } from './statement.ts';
import { type StatementEvent, statementEvent } from './statement-event.ts';
import { checkShapes, notFound, required, validation } from './validation.ts';

export interface StatementsDeps extends RunnerDeps {
  newId: () => string;
  account: string;
  region: string;
  publish: (event: StatementEvent) => void | Promise<void>;
  log: (message: string) => void;
  /** How many statements the engine runs at once; the others wait as SUBMITTED. */
  concurrency: number;
}

export type Draft = Pick<
  Statement,
  'name' | 'isBatch' | 'transaction' | 'endpoint' | 'parameters' | 'resultFormat' | 'withEvent' | 'principal'
> & { sqls: readonly string[]; clientToken?: string };

const hour = 60 * 60 * 1000;
const retention = 24 * hour;
const tokenWindow = 8 * hour;
const activeLimit = 500;

/** Every statement that was submitted, newest last. */
export class Statements {
  readonly #byId = new Map<string, Statement>();
  readonly #byToken = new Map<string, Statement>();
  readonly #enqueue: (work: () => Promise<void>) => void;
  #pids = 2n ** 30n;

  constructor(readonly deps: StatementsDeps) {
    this.#enqueue = createQueue(deps.concurrency);
  }

  /** Starts a statement, or finds the one that the same caller submitted with the same token. */
  submit(draft: Draft): Statement {
    this.#expire();
    const token = draft.clientToken && `${identityOf(draft.principal)} ${draft.clientToken}`;
    const earlier = token ? this.#byToken.get(token) : undefined;
    if (earlier && this.#age(earlier) < tokenWindow) return earlier;
    this.#checkActive();
    const statement = this.#create(draft);
    this.#byId.set(statement.id, statement);
    if (token) this.#byToken.set(token, statement);
    return statement;
  }

  /**
   * The caller's own statement, and which part of it the id names.
   * @throws ValidationException malformed or expired; ResourceNotFoundException unknown, or another role's
   */
  find(Id: string | undefined, caller: CallerIdentity): { statement: Statement; execution?: Execution } {
    checkShapes({ Id: required(Id, 'Id') });
    this.#expire();
    const [id, part] = (Id as string).split(':') as [string, string?];
    const statement = this.#byId.get(id);
    const execution = part === undefined ? undefined : statement?.executions.find((one) => one.id === Id);
    const hidden = statement && identityOf(statement.principal) !== identityOf(caller.arn);
    if (!statement || hidden || (part !== undefined && !execution))
      throw notFound('Query does not exist.', id);
    if (statement.expired) {
      const seconds = Math.floor((statement.createdAt.getTime() + retention) / 1000);
      throw validation(`Could not retrieve the query result as it has expired after ${seconds}.`);
    }
    return { statement, execution };
  }

  /** The statements of a caller's role, newest first. */
  list(caller: CallerIdentity): Statement[] {
    this.#expire();
    const own = [...this.#byId.values()].filter(
      (one) => identityOf(one.principal) === identityOf(caller.arn),
    );
    return own.filter(({ expired }) => !expired).reverse();
  }

  /** Stops a statement; resolves when the engine has stopped. */
  async cancel(statement: Statement): Promise<void> {
    statement.cancelled = true;
    await statement.ended;
  }

  /** Cancels what is not final. */
  async close(): Promise<void> {
    await Promise.all([...this.#byId.values()].filter((one) => !isFinal(one)).map((one) => this.cancel(one)));
  }

  #age({ createdAt }: Statement): number {
    return this.deps.clock.now().getTime() - createdAt.getTime();
  }

  #checkActive(): void {
    const active = [...this.#byId.values()].filter((one) => !isFinal(one)).length;
    if (active >= activeLimit) throw tooManyActive();
  }

  #create({ sqls, clientToken: _token, ...draft }: Draft): Statement {
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
      }),
    );
    let end: () => void = () => undefined;
    const ended = new Promise<void>((resolve) => {
      end = resolve;
    });
    const fresh = { ...draft, ...times, id, executions, ended, pid: 0n, cancelled: false, expired: false };
    this.#enqueue(() => this.#run(fresh, end));
    return fresh;
  }

  async #run(statement: Statement, end: () => void): Promise<void> {
    statement.pid = ++this.#pids;
    await runStatement(this.deps, statement).catch((error: Error) => {
      this.deps.log(`statement ${statement.id}: ${error.message}`);
      Object.assign(statement, { status: 'FAILED', error: `ERROR: ${error.message}` });
    });
    end();
    this.deps.log(
      `statement ${statement.id} ${statement.status}${statement.error ? ` ${statement.error}` : ''}`,
    );
    if (!statement.withEvent) return;
    try {
      await this.deps.publish(statementEvent(statement, this.deps));
    } catch (error) {
      this.deps.log(`event of statement ${statement.id} lost: ${error}`);
    }
  }

  #expire(): void {
    for (const statement of this.#byId.values()) {
      if (this.#age(statement) < retention) return;
      if (statement.expired || !isFinal(statement)) continue;
      statement.expired = true;
      for (const execution of statement.executions) {
        execution.result?.drop().catch((error) => this.deps.log(`result kept: ${error}`));
        execution.result = undefined;
      }
    }
  }
}

const tooManyActive = (): ServiceError =>
  new ServiceError('ActiveStatementsExceededException', 'The number of active statements exceeds the limit.');
