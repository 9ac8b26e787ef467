import type { DuckDBConnection } from '@duckdb/node-api';
import { quoted } from '../sql/names.ts';
import { RedshiftError } from '../sql/redshift-error.ts';
import type { CopyCommand } from './parse-copy.ts';
import type { SourceFile } from './source-files.ts';
import type { TargetColumn } from './target-columns.ts';

/** Loads Parquet by the position of the columns; names play no part. */
export const copyParquet = async (
  connection: DuckDBConnection,
  { table, options }: CopyCommand,
  columns: readonly TargetColumn[],
  files: readonly SourceFile[],
): Promise<bigint> => {
  let loaded = 0n;
  const names = columns.map(({ name }) => quoted(name)).join(', ');
  for (const { path, name } of files) {
    const source = `read_parquet('${path.replaceAll("'", "''")}')`;
    const inFile = (await prepared(connection, `select * from ${source}`, name)).columnCount;
    if (inFile !== columns.length && !(options.fillRecord && inFile < columns.length))
      throw new RedshiftError(
        `ERROR: Unmatched number of columns between table and file. Table columns: ${columns.length}, Data columns: ${inFile}, File name: ${name}`,
      );
    if (options.noLoad) continue;
    const missing = columns.slice(inFile).map(() => ', null');
    const { rowsChanged } = await connection.run(
      `insert into ${quoted(...table)} (${names}) select *${missing.join('')} from ${source}`,
    );
    loaded += BigInt(rowsChanged);
  }
  return loaded;
};

const prepared = async (connection: DuckDBConnection, sql: string, file: string) => {
  try {
    return await connection.prepare(sql);
  } catch (error) {
    if (!/parquet|magic bytes|too small/i.test((error as Error).message)) throw error;
    throw new RedshiftError(`ERROR: Spectrum Scan Error: File '${file}' is not a valid Parquet file`);
  }
};
