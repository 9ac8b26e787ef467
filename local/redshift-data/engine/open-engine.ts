import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { catalogueSql } from '../catalogue/catalogue.ts';
import { firstBytes } from '../copy/first-bytes.ts';
import { loadErrorObjects } from '../copy/load-errors.ts';
import { rules } from '../dialect/rules.ts';
import { register } from '../dialect/scalar-function.ts';
import { type Catalogue, shareCatalogue } from './known-columns.ts';
import { replayLog } from './replay-log.ts';

/** The database under the emulator. */
export interface Engine {
  /** A connection of its own for one statement or batch; temporary tables and settings end with it. */
  connect(): Promise<DuckDBConnection>;
  close(): void;
}

const settings = {
  autoinstall_known_extensions: 'false',
  autoload_known_extensions: 'false',
  default_null_order: 'nulls_last_on_asc_first_on_desc',
  preserve_identifier_case: 'false',
};

/** Opens a database file, or one in memory, with Redshift's `public` schema and the dialect's macros. */
export const openEngine = async (databaseFile = ':memory:'): Promise<Engine> => {
  await replayLog(databaseFile);
  const instance = await DuckDBInstance.create(databaseFile, settings);
  const setup = await instance.connect();
  const database = await nameOfDatabase(setup);
  await setup.run("set global timezone = 'UTC'");
  await setup.run(`create schema if not exists ${database}.public`);
  // Macros live beside the user's database, so that its file holds nothing but the user's tables.
  await setup.run("attach ':memory:' as redshift");
  await setup.run('use redshift');
  for (const one of [firstBytes, ...rules.flatMap((rule) => rule.functions ?? [])]) register(setup, one);
  for (const macro of rules.flatMap((rule) => rule.macros ?? [])) await setup.run(`create macro ${macro}`);
  for (const object of loadErrorObjects) await setup.run(`create ${object}`);
  for (const statement of catalogueSql(database.slice(1, -1))) await setup.run(statement);
  setup.closeSync();
  const catalogue: Catalogue = new Map();
  const connect = async () => {
    const connection = await instance.connect();
    await connection.run(`set search_path = '${database}.public,redshift.main'`);
    origins.set(connection, connect);
    shareCatalogue(connection, catalogue);
    return connection;
  };
  return {
    connect,
    close: () => instance.closeSync(),
  };
};

const origins = new WeakMap<DuckDBConnection, Engine['connect']>();

/** A connection to the same database, for work that a rollback of the given one's transaction shall not undo. */
export const connectBeside = (connection: DuckDBConnection): Promise<DuckDBConnection> => {
  const connect = origins.get(connection);
  if (!connect) throw new Error('the connection is not of an engine');
  return connect();
};

const nameOfDatabase = async (connection: DuckDBConnection): Promise<string> => {
  const rows = await (await connection.run('select current_database()')).getRows();
  return `"${String(rows[0]?.[0])}"`;
};
