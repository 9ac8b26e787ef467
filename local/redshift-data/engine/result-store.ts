import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DuckDBConnection, DuckDBInstance, type DuckDBResult } from '@duckdb/node-api';
import type { Column } from '../values/column-metadata.ts';
import { rowJson } from '../values/fields.ts';
import { columnType } from '../values/types.ts';

/** The rows of one finished statement. */
export interface StoredResult {
  columns: Column[];
  rows: bigint;
  /** Text bytes and ten for each row: `select 1` is 11, as the service says. */
  bytes: bigint;
  /** JSON of about a megabyte of whole rows from row `from`; `next` is where the following page begins. */
  page(from: bigint): Promise<{ records: string; next?: bigint }>;
  drop(): Promise<void>;
}

/** Where results wait to be read: a database of their own, fed chunk by chunk, so that no result stands twice in memory. */
export interface ResultStore {
  save(result: DuckDBResult, ended: () => boolean): Promise<StoredResult>;
  close(): Promise<void>;
}

const pageBytes = 1_000_000;

export const openResultStore = async (): Promise<ResultStore> => {
  const folder = await mkdtemp(join(tmpdir(), 'redshift-data-'));
  const database = await DuckDBInstance.create(':memory:', { temp_directory: folder });
  const setup = await database.connect();
  await setup.run("set global timezone = 'UTC'");
  setup.closeSync();
  let tables = 0;
  return {
    save: async (result, ended) => {
      const table = `result_${++tables}`;
      const columns = result
        .columnNames()
        .map((name, index) => ({ name: name.toLowerCase(), type: columnType(result.columnType(index)) }));
      const drop = () =>
        using(database, async (connection) => void (await connection.run(`drop table if exists ${table}`)));
      try {
        const rows = await using(database, (connection) => fill(connection, table, result, ended));
        const bytes = await using(database, (connection) => size(connection, table, columns, rows));
        const page = (from: bigint) =>
          using(database, (connection) => readPage(connection, table, columns, from));
        return { columns, rows, bytes, page, drop };
      } catch (error) {
        await drop();
        throw error;
      }
    },
    close: async () => {
      database.closeSync();
      await rm(folder, { recursive: true, force: true });
    },
  };
};

const using = async <T>(database: DuckDBInstance, work: (connection: DuckDBConnection) => Promise<T>) => {
  const connection = await database.connect();
  try {
    return await work(connection);
  } finally {
    connection.closeSync();
  }
};

const fill = async (
  connection: DuckDBConnection,
  table: string,
  result: DuckDBResult,
  ended: () => boolean,
): Promise<bigint> => {
  const types = result.columnTypes().map((type, index) => `c${index} ${type}`);
  await connection.run(`create table ${table} (${types.join(', ')})`);
  const appender = await connection.createAppender(table);
  let rows = 0n;
  try {
    for (;;) {
      const chunk = ended() ? null : await result.fetchChunk();
      if (!chunk || chunk.rowCount === 0) return rows;
      appender.appendDataChunk(chunk);
      rows += BigInt(chunk.rowCount);
    }
  } finally {
    appender.closeSync();
  }
};

const size = async (
  connection: DuckDBConnection,
  table: string,
  columns: readonly Column[],
  rows: bigint,
): Promise<bigint> => {
  const texts = columns.map(({ type }, index) => `coalesce(strlen(${type.read(`c${index}`)}::varchar), 0)`);
  const sum = await connection.run(`select coalesce(sum(${texts.join(' + ')}), 0)::bigint from ${table}`);
  return ((await sum.getRows())[0]?.[0] as bigint) + 10n * rows;
};

const readPage = async (
  connection: DuckDBConnection,
  table: string,
  columns: readonly Column[],
  from: bigint,
): Promise<{ records: string; next?: bigint }> => {
  const types = columns.map(({ type }) => type);
  const values = types.map(({ read }, index) => read(`c${index}`));
  const result = await connection.stream(`select ${values.join(', ')} from ${table} where rowid >= ${from}`);
  const records: string[] = [];
  let bytes = 0;
  for await (const chunk of result) {
    for (let row = 0; row < chunk.rowCount; row += 1) {
      if (bytes >= pageBytes)
        return { records: `[${records.join(',')}]`, next: from + BigInt(records.length) };
      const record = rowJson(chunk.getRowValues(row), types);
      bytes += record.length;
      records.push(record);
    }
  }
  return { records: `[${records.join(',')}]` };
};
