import type { DuckDBConnection } from '@duckdb/node-api';
import type { Forms } from '../dialect/rule.ts';
import type { Outcome } from '../engine/run-text.ts';
import type { ObjectSource } from '../objects/object-source.ts';
import { is, type Token } from '../sql/tokens.ts';

/** What a command works with. */
export interface CommandContext {
  connection: DuckDBConnection;
  /** The database and the user that the statement was sent for. */
  database: string;
  user: string;
  objects: ObjectSource;
  /** What the system tables call the statement. */
  queryId: bigint;
  /** Whether the statement was cancelled. */
  cancelled(): boolean;
  /** Runs any Redshift statement. */
  run(statement: Token[]): Promise<Outcome>;
  /** Runs a Redshift statement by the rules alone, without a command taking it. */
  translated(statement: Token[]): Promise<Outcome>;
  /** Rows for the caller from a query in the engine's own SQL. */
  answer(sql: string): Promise<Outcome>;
}

/** A statement of Redshift that the engine has no single statement for. */
export interface Command extends Forms {
  matches(tokens: readonly Token[]): boolean;
  run(context: CommandContext, tokens: readonly Token[]): Promise<Outcome>;
}

export const done: Outcome = { changed: 0n };

/** Whether the statement begins with these words; a word of several with `|` between is any of them. */
export const begins = (tokens: readonly Token[], ...words: string[]): boolean =>
  words.every((word, at) => is(tokens[at], ...word.split('|')));

/** Runs engine SQL, one statement after the other. */
export const runAll = async (connection: DuckDBConnection, statements: readonly string[]): Promise<void> => {
  for (const statement of statements) await connection.run(statement);
};

/** Rows of engine SQL, each value as text or null. */
export const textRows = async (
  connection: DuckDBConnection,
  sql: string,
  values: string[] = [],
): Promise<(string | null)[][]> => {
  const rows = await (await connection.run(sql, values)).getRows();
  return rows.map((row) => row.map((value) => (value === null ? null : String(value))));
};
