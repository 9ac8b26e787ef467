import { existsSync } from 'node:fs';
import { DuckDBInstance } from '@duckdb/node-api';

/**
 * Brings a database file up to date with the log that a process which was killed has left beside it. DuckDB does so by itself
 * when it opens the file, but then stumbles over a comment on a column of a table with CHECK constraints: it looks for
 * their functions in the default database, which is not there yet. Beside another one it is.
 */
export const replayLog = async (databaseFile: string): Promise<void> => {
  if (!existsSync(`${databaseFile}.wal`)) return;
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    await connection.run(`attach '${databaseFile.replaceAll("'", "''")}' as killed`);
    await connection.run('checkpoint killed');
    await connection.run('detach killed');
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
};
