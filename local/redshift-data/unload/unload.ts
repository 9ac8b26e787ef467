import type { DuckDBConnection } from '@duckdb/node-api';
import { begins, type Command, type CommandContext, done } from '../commands/command.ts';
import { translate } from '../dialect/translate.ts';
import { RedshiftError } from '../sql/redshift-error.ts';
import { render, type Token } from '../sql/tokens.ts';
import { textOfValue, type UnloadColumn } from './line-sql.ts';
import { manifestText } from './manifest.ts';
import { parseUnload } from './parse-unload.ts';
import { unloadCases } from './unload-cases.ts';
import { UnloadTarget } from './unload-target.ts';
import { writeParquet } from './write-parquet.ts';
import { writeText } from './write-text.ts';

const stage = 'temp.main.redshift_unload_stage';

/** Writes the rows of a query as objects. Throws RedshiftError. */
const unloadRows = async (
  { connection, objects }: CommandContext,
  tokens: readonly Token[],
): Promise<void> => {
  const command = parseUnload(tokens);
  const query = await prepared(connection, command.query);
  const target = await UnloadTarget.open(command, objects);
  try {
    const { partitionBy } = command.options;
    if (partitionBy.length > 0) await writePartitions(connection, query, target);
    else
      await write(connection, `from (${query.sql}) as q(${refs(query.columns)})`, query.columns, '', target);
    if (command.options.manifest) await target.addText('manifest', manifestText(query.columns, target));
  } finally {
    await target.close();
  }
};

interface Query {
  /** The engine's. */
  sql: string;
  columns: UnloadColumn[];
}

const refs = (columns: readonly UnloadColumn[]): string => columns.map(({ ref }) => ref).join(', ');

const prepared = async (connection: DuckDBConnection, tokens: readonly Token[]): Promise<Query> => {
  const parts = translate(tokens);
  const sql = render(parts[0] ?? []).trim();
  if (parts.length !== 1) throw new RedshiftError('ERROR: UNLOAD needs one SELECT statement');
  const statement = await connection.prepare(sql);
  const columns = Array.from({ length: statement.columnCount }, (_, index) => ({
    name: statement.columnName(index).toLowerCase(),
    ref: `c${index}`,
    type: statement.columnType(index).toString(),
  }));
  statement.destroySync();
  return { sql, columns };
};

const write = (
  connection: DuckDBConnection,
  from: string,
  columns: readonly UnloadColumn[],
  partition: string,
  target: UnloadTarget,
): Promise<void> => {
  const writer = target.command.options.format === 'parquet' ? writeParquet : writeText;
  return writer(connection, from, columns, partition, target);
};

/** One folder `name=value` for each combination of the partition's columns. */
const writePartitions = async (
  connection: DuckDBConnection,
  { sql, columns }: Query,
  target: UnloadTarget,
): Promise<void> => {
  const { partitionBy, include } = target.command.options;
  const keys = partitionBy.map((name) => {
    const found = columns.find((column) => column.name === name);
    if (found) return found;
    throw new RedshiftError(`ERROR: Partition column "${name}" does not exist in the query result`);
  });
  const kept = include ? columns : columns.filter((column) => !keys.includes(column));
  if (kept.length === 0) throw new RedshiftError('ERROR: All columns are partition columns');
  await connection.run(
    `create or replace temp table ${stage.slice(10)} as from (${sql}) as q(${refs(columns)})`,
  );
  try {
    const values = await connection.runAndReadAll(
      `select distinct ${keys.map(textOfValue).join(', ')} from ${stage} order by all`,
    );
    for (const row of values.getRows()) {
      const folders = keys.map(({ name }, at) => `${name}=${folderName(row[at] as string | null)}`);
      const matches = keys.map((key, at) => `${textOfValue(key)} is not distinct from ${sqlText(row[at])}`);
      const from = `from ${stage} where ${matches.join(' and ')}`;
      await write(connection, from, kept, folders.join('/'), target);
    }
  } finally {
    await connection.run(`drop table if exists ${stage}`).catch(() => undefined);
  }
};

const folderName = (value: string | null): string =>
  value === null ? '__HIVE_DEFAULT_PARTITION__' : value.replace(/["#%'*/:=?\\{[\]^\p{Cc}]/gu, percent);

const percent = (character: string): string =>
  `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;

const sqlText = (value: unknown): string =>
  value === null || value === undefined ? 'null' : `'${String(value).replaceAll("'", "''")}'`;

export const unload: Command = {
  name: 'UNLOAD',
  area: 'UNLOAD',
  matches: (tokens) => begins(tokens, 'unload'),
  run: async (context, tokens) => {
    await unloadRows(context, tokens);
    return done;
  },
  cases: unloadCases,
};
