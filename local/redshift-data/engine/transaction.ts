import type { DuckDBConnection } from '@duckdb/node-api';
import { RedshiftError, syntaxErrorNear } from '../sql/redshift-error.ts';
import { is, type Token } from '../sql/tokens.ts';

/** The connections with an explicit transaction. A failure aborts it, also where the engine would go on. */
const transactions = new WeakMap<DuckDBConnection, 'open' | 'aborted'>();

export const inTransaction = (connection: DuckDBConnection): boolean => transactions.has(connection);

/** A BEGIN inside a transaction has no effect, as in Redshift. */
export const begin = async (connection: DuckDBConnection, readOnly = false): Promise<void> => {
  if (inTransaction(connection)) return;
  await connection.run(`begin transaction ${readOnly ? 'read only' : ''}`);
  transactions.set(connection, 'open');
};

/** The COMMIT of an aborted transaction is a ROLLBACK; outside of one nothing happens. */
export const commit = async (connection: DuckDBConnection): Promise<void> => {
  const state = transactions.get(connection);
  transactions.delete(connection);
  if (state) await connection.run(state === 'open' ? 'commit' : 'rollback');
};

export const rollback = async (connection: DuckDBConnection): Promise<void> => {
  if (transactions.delete(connection)) await connection.run('rollback');
};

/** A statement failed: nothing but the end of its transaction may follow. */
export const abort = (connection: DuckDBConnection): void => {
  if (inTransaction(connection)) transactions.set(connection, 'aborted');
};

export const refuseAborted = (connection: DuckDBConnection): void => {
  if (transactions.get(connection) !== 'aborted') return;
  throw new RedshiftError(
    'ERROR: current transaction is aborted, commands ignored until end of transaction block',
  );
};

/** All of the work or nothing of it; within the transaction that is open, if one is. */
export const atomically = async <T>(connection: DuckDBConnection, work: () => Promise<T>): Promise<T> => {
  if (inTransaction(connection)) return work();
  await begin(connection);
  try {
    const result = await work();
    await commit(connection);
    return result;
  } catch (error) {
    await rollback(connection).catch(() => undefined);
    throw error;
  }
};

const modes =
  'work transaction isolation level serializable snapshot repeatable read committed uncommitted write';

/** BEGIN, COMMIT, ROLLBACK and their synonyms. */
export const runTransaction = async (
  connection: DuckDBConnection,
  [first, ...rest]: readonly Token[],
): Promise<void> => {
  const stray = rest.find((token) => !is(token, ...modes.split(' '), 'only', ','));
  if (stray) throw syntaxErrorNear(stray.text);
  if (is(first, 'begin', 'start')) {
    refuseAborted(connection);
    await begin(connection, is(rest.at(-1), 'only'));
  } else await (is(first, 'commit', 'end') ? commit : rollback)(connection);
};
