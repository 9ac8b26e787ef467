import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DuckDBConnection, DuckDBInstance, type DuckDBResult } from '@duckdb/node-api';
import type { Column } from '../values/column-metadata.ts';
import { csvHeader, csvRowSql } from '../values/csv.ts';
import { rowJsonSql } from '../values/fields.ts';
import { columnType } from '../values/types.ts';
import type { ColumnOrigin } from './column-origins.ts';
import { type Extent, type RowText, readPage } from './result-pages.ts';
import { createSize } from './result-size.ts';

/** The rows of one finished statement. */
export interface StoredResult {
  columns: Column[];
  rows: bigint;
  /** Text bytes and ten for each row: `select 1` is 11, as the service says. */
  bytes: bigint;
  /** JSON of about a megabyte of whole rows from row `from`; `next` is where the following page begins. */
  page(from: bigint): Promise<{ records: string; next?: bigint }>;
  /** The same as CSV; the first page begins with the names of the columns. */
  csvPage(from: bigint): Promise<{ text: string; next?: bigint }>;
  drop(): Promise<void>;
}

/** Where results wait to be read: a database of their own, fed chunk by chunk, so that no result stands twice in memory. */
export interface ResultStore {
  /** @throws RedshiftError for a result that the service would not carry */
  save(result: DuckDBResult, ended: () => boolean, origins?: readonly ColumnOrigin[]): Promise<StoredResult>;
  close(): Promise<void>;
}

/** A growing result is measured each time that it has doubled, and after so many rows at the latest. */
const stretch = 500_000n;

export const openResultStore = async (): Promise<ResultStore> => {
  const folder = await mkdtemp(join(tmpdir(), 'redshift-data-'));
  const database = await DuckDBInstance.create(join(folder, 'results.duckdb'), { memory_limit: '512MB' });
  const setup = await database.connect();
  await setup.run("set global timezone = 'UTC'");
  setup.closeSync();
  let tables = 0;
  return {
    save: async (result, ended, origins = []) => {
      const table = `result_${++tables}`;
      const names = result.columnNames();
      const columns = names.map((name, index) => ({
        name: name.toLowerCase(),
        type: columnType(result.columnType(index)),
        origin: origins.length === names.length ? origins[index] : undefined,
      }));
      const types = columns.map(({ type }) => type);
      const drop = () =>
        using(database, async (connection) => void (await connection.run(`drop table if exists ${table}`)));
      try {
        const extent = await using(database, (connection) => fill(connection, table, columns, result, ended));
        const read = (from: bigint, text: RowText) =>
          using(database, (connection) => readPage(connection, table, extent, from, text));
        const fields = BigInt(columns.length);
        const json = { sql: rowJsonSql(types), separator: ',', overhead: 20n * fields };
        const csv = { sql: csvRowSql(types), separator: '', overhead: fields };
        const page = async (from: bigint) => {
          const { text, next } = await read(from, json);
          return { records: `[${text}]`, next };
        };
        const csvPage = async (from: bigint) => {
          const { text, next } = await read(from, csv);
          return { text: from === 0n ? csvHeader(columns.map(({ name }) => name)) + text : text, next };
        };
        return { columns, ...extent, page, csvPage, drop };
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
  columns: readonly Column[],
  result: DuckDBResult,
  ended: () => boolean,
): Promise<Extent> => {
  const types = result.columnTypes().map((type, index) => `c${index} ${type}`);
  await connection.run(`create table ${table} (${types.join(', ')})`);
  const appender = await connection.createAppender(table);
  const size = createSize(connection, table, columns);
  let [rows, due] = [0n, 4096n];
  try {
    for (;;) {
      const chunk = ended() ? null : await result.fetchChunk();
      if (!chunk || chunk.rowCount === 0) break;
      appender.appendDataChunk(chunk);
      rows += BigInt(chunk.rowCount);
      if (rows < due) continue;
      appender.flushSync();
      await size.measure(rows);
      due = rows + (rows < stretch ? rows : stretch);
    }
  } finally {
    appender.closeSync();
  }
  await size.measure(rows);
  return { rows, bytes: size.bytes, longest: size.longest };
};
