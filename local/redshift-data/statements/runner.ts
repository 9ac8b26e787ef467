import type { Clock } from '../../service.ts';
import { decided } from '../decisions.ts';
import { refreshCatalogue } from '../engine/known-columns.ts';
import type { Engine } from '../engine/open-engine.ts';
import type { ResultStore } from '../engine/result-store.ts';
import { runText, type Session } from '../engine/run-text.ts';
import { begin, commit, rollback } from '../engine/transaction.ts';
import type { ObjectSource } from '../objects/object-source.ts';
import { type Execution, isFinal, type Statement, type Status } from './statement.ts';

export interface RunnerDeps {
  engine: Engine;
  results: ResultStore;
  objects: ObjectSource;
  clock: Clock;
}

const cancelledMessage = (id: bigint): string => decided('aborted', String(id));
const notRun = 'Connection or an prior query failed.';
const interruptEvery = 20;

let queryIds = 1000n;

const enter = (item: Statement | Execution, status: Status, clock: Clock): void => {
  item.status = status;
  item.updatedAt = clock.now();
};

/** Runs a statement on its session's connection or on one of its own, to its final state. Never throws: what fails is in the statement. */
export const runStatement = async (deps: RunnerDeps, statement: Statement): Promise<void> => {
  const { engine, results, objects, clock } = deps;
  enter(statement, 'PICKED', clock);
  if (statement.refusal) return refuse(statement, statement.refusal, clock);
  const started = process.hrtime.bigint();
  const connection = await (statement.session?.connection ?? engine.connect());
  const { database, dbUser: user } = statement.endpoint;
  const cancelled = () => statement.cancelled;
  const session: Session = { connection, results, objects, database, user, cancelled };
  // An interrupt is lost on a connection between two queries, so it is repeated until the statement has ended.
  const interrupts = setInterval(() => statement.cancelled && connection.interrupt(), interruptEvery);
  try {
    enter(statement, 'STARTED', clock);
    await runExecutions(statement, session, clock);
  } finally {
    clearInterval(interrupts);
    if (!statement.session) connection.closeSync();
    finish(statement, process.hrtime.bigint() - started, clock);
  }
};

/** What becomes of a statement without a connection. */
const refuse = (statement: Statement, message: string, clock: Clock): void => {
  for (const execution of statement.executions) {
    execution.error = statement.isBatch ? notRun : message;
    enter(execution, statement.isBatch ? 'ABORTED' : 'FAILED', clock);
  }
  statement.error = message;
  enter(statement, 'FAILED', clock);
};

const runExecutions = async (statement: Statement, session: Session, clock: Clock): Promise<void> => {
  const wrapped = statement.isBatch && statement.transaction;
  if (wrapped) await begin(session.connection);
  for (const execution of statement.executions) {
    const failed = statement.executions.some(({ status }) => status === 'FAILED');
    if (statement.cancelled || (wrapped && failed)) skip(execution, statement, clock);
    else await runExecution(statement, execution, session, clock);
    execution.ended.resolve();
  }
  if (!wrapped) return;
  const good = statement.executions.every(({ status }) => status === 'FINISHED');
  await (good ? commit : rollback)(session.connection).catch((error: Error) => {
    statement.error = `ERROR: ${error.message}`;
  });
  refreshCatalogue(session.connection);
};

const skip = (execution: Execution, statement: Statement, clock: Clock): void => {
  execution.error = statement.cancelled ? cancelledMessage(0n) : notRun;
  enter(execution, 'ABORTED', clock);
};

const runExecution = async (
  statement: Statement,
  execution: Execution,
  session: Session,
  clock: Clock,
): Promise<void> => {
  const started = process.hrtime.bigint();
  const values = new Map(statement.parameters.map(({ name, value }) => [name ?? '', value ?? '']));
  enter(execution, 'STARTED', clock);
  const queryId = ++queryIds;
  try {
    const { result, changed } = await runText({ ...session, queryId }, execution.sql, values);
    if (statement.cancelled) {
      await result?.drop();
      throw new Error('cancelled');
    }
    Object.assign(execution, { result, rows: changed, size: result?.bytes ?? 0n, queryId });
    execution.duration = process.hrtime.bigint() - started;
    enter(execution, 'FINISHED', clock);
  } catch (error) {
    execution.error = statement.cancelled ? cancelledMessage(queryId) : (error as Error).message;
    enter(execution, statement.cancelled ? 'ABORTED' : 'FAILED', clock);
  }
};

/** The state of the whole from the states of its parts. */
const finish = (statement: Statement, duration: bigint, clock: Clock): void => {
  const { executions } = statement;
  const failed = executions.findIndex(({ status }) => status === 'FAILED');
  const aborted = executions.find(({ status }) => status === 'ABORTED');
  if (failed >= 0) {
    const error = executions[failed]?.error;
    statement.error = statement.isBatch ? `Query #${failed + 1} failed with ${error}` : error;
  } else if (aborted) statement.error = aborted.error;
  if (!statement.error) statement.duration = duration;
  const state = failed >= 0 ? 'FAILED' : aborted ? 'ABORTED' : statement.error ? 'FAILED' : 'FINISHED';
  if (!isFinal(statement)) enter(statement, state, clock);
};
