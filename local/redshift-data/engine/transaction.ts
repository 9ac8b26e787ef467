import type { DuckDBConnection } from '@duckdb/node-api';
import { RedshiftError } from '../sql/redshift-error.ts';
import { is, type Token } from '../sql/tokens.ts';

/** The connections with an explicit transaction. A failure aborts it, also where the engine would go on. */
const transactions = new WeakMap<DuckDBConnection, 'open' | 'aborted'>();

export const inTransaction = (connection: DuckDBConnection): boolean => transactions.has(connection);

/** A BEGIN inside a transaction has no effect, as in Redshift. */
export const begin = async (connection: DuckDBConnection): Promise<void> => {
  if (inTransaction(connection)) return;
  await connection.run('begin transaction');
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

/** BEGIN, COMMIT, ROLLBACK and their synonyms. */
export const runTransaction = async (
  connection: DuckDBConnection,
  statement: readonly Token[],
): Promise<void> => {
  if (is(statement[0], 'begin', 'start')) await begin(connection);
  else await (is(statement[0], 'commit', 'end') ? commit : rollback)(connection);
};
