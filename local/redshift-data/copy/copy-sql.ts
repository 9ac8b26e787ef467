import type { DuckDBConnection } from '@duckdb/node-api';
import { RedshiftError } from '../sql/redshift-error.ts';
import type { Token } from '../sql/tokens.ts';
import type { CopyOptions } from './copy-options.ts';
import { type CopyCommand, parseCopy } from './parse-copy.ts';

/** Where COPY finds the bytes of `s3://` addresses. */
export interface ObjectSource {
  /** Local files of an object, or of every object under a prefix; none if there is nothing. */
  localPaths(s3Uri: string): Promise<string[]>;
}

interface TargetColumn {
  name: string;
  type: string;
}

/** The engine's INSERT for a COPY. Throws RedshiftError. */
export const copySql = async (
  connection: DuckDBConnection,
  objects: ObjectSource,
  tokens: readonly Token[],
): Promise<string> => {
  const command = parseCopy(tokens);
  const columns = await targetColumns(connection, command);
  const paths = await objects.localPaths(command.source);
  if (paths.length === 0) throw noSuchPrefix(command.source);
  const files = `[${paths.map(literal).join(', ')}]`;
  const into = `insert into ${command.table} (${columns.map(({ name }) => `"${name}"`).join(', ')})`;
  if (command.options.format === 'parquet') return `${into} select * from read_parquet(${files})`;
  return `${into} ${selectText(columns, files, command.options)}`;
};

const targetColumns = async (
  connection: DuckDBConnection,
  { table, columns }: CopyCommand,
): Promise<TargetColumn[]> => {
  const query = await connection
    .prepare(`select ${columns?.join(', ') ?? '*'} from ${table}`)
    .catch((error: Error) => {
      if (/does not exist/.test(error.message))
        throw new RedshiftError(`ERROR: Cannot COPY into nonexistent table ${table}`);
      throw error;
    });
  return Array.from({ length: query.columnCount }, (_, index) => ({
    name: query.columnName(index),
    type: query.columnType(index).toString(),
  }));
};

/** Every field as text, because only Redshift's rules decide what an empty one is: NULL unless the column is text. */
const selectText = (columns: readonly TargetColumn[], files: string, options: CopyOptions): string => {
  const values = columns.map(({ type }, index) => {
    if (type !== 'VARCHAR') return `cast(nullif(trim(c${index}), '') as ${type})`;
    return options.emptyAsNull ? `nullif(c${index}, '')` : `c${index}`;
  });
  return `select ${values.join(', ')} from read_csv(${files}, ${readerOptions(columns, options)})`;
};

const readerOptions = (columns: readonly TargetColumn[], options: CopyOptions): string => {
  const csv = options.format === 'csv';
  const quote = options.quote ?? (csv ? '"' : '');
  const names = columns.map((_, index) => `'c${index}': 'VARCHAR'`);
  return [
    `columns = {${names.join(', ')}}`,
    `delim = ${literal(options.delimiter ?? (csv ? ',' : '|'))}`,
    `quote = ${literal(quote)}`,
    `escape = ${literal(options.escape ? '\\' : quote)}`,
    `nullstr = ${literal(options.nullText)}`,
    `skip = ${options.skipRows}`,
    `compression = ${options.gzip ? "'gzip'" : "'none'"}`,
    'header = false, auto_detect = false, allow_quoted_nulls = false',
  ].join(', ');
};

const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

const noSuchPrefix = (source: string): RedshiftError => {
  const key = source.replace(/^s3:\/\/[^/]*\/?/, '');
  return new RedshiftError(`ERROR: The specified S3 prefix '${key}' does not exist`);
};
