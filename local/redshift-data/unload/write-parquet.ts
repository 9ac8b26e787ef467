import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { literal, quoted } from '../sql/names.ts';
import type { UnloadColumn } from './line-sql.ts';
import type { UnloadTarget } from './unload-target.ts';

let folders = 0;

/** Writes the rows of `from` as Parquet. The engine itself cuts the files, at about MAXFILESIZE. */
export const writeParquet = async (
  connection: DuckDBConnection,
  from: string,
  columns: readonly UnloadColumn[],
  partition: string,
  target: UnloadTarget,
): Promise<void> => {
  const values = columns.map(({ ref, type, name }) => `${parquetValue(ref, type)} as ${quoted(name)}`);
  const folder = join(target.folder, `parquet-${++folders}`);
  await mkdir(folder);
  const size = Math.floor(target.command.options.maxFileSize);
  const path = join(folder, target.command.options.maxFileSize < 6e9 ? 'files' : 'file.parquet');
  const cut = path.endsWith('files') ? `, file_size_bytes ${size}` : '';
  await connection.run(
    `copy (select ${values.join(', ')} ${from}) to ${literal(path)} (format parquet${cut})`,
  );
  const written = path.endsWith('files') ? (await readdir(path)).map((name) => join(path, name)) : [path];
  const inOrder = written.sort((a, b) => numberIn(a) - numberIn(b));
  for (const [number, file] of inOrder.entries()) {
    const rows = await connection.runAndReadAll(`select count(*) from read_parquet(${literal(file)})`);
    await target.add(file, Number(rows.getRows()[0]?.[0]), partition, number);
  }
};

const numberIn = (path: string): number => Number(/(\d+)\.parquet$/.exec(path)?.[1] ?? 0);

/** SUPER and VARCHAR are strings there; what the engine sums integers to has no Parquet type of its own. */
const parquetValue = (ref: string, type: string): string => {
  if (type === 'HUGEINT') return `${ref}::bigint`;
  return type === 'JSON' ? `${ref}::varchar` : ref;
};
