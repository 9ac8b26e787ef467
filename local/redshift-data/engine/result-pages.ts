import type { DuckDBConnection, DuckDBValue } from '@duckdb/node-api';
import type { Column } from '../values/column-metadata.ts';

const pageBytes = 1_000_000;

/** Whole rows as texts, about a megabyte of them; `next` is where the following page begins. */
export interface Page {
  rows: string[];
  next?: bigint;
}

/** Reads a page of a stored result from row `from`. */
export const readPage = async (
  connection: DuckDBConnection,
  table: string,
  columns: readonly Column[],
  from: bigint,
  write: (values: readonly DuckDBValue[]) => string,
): Promise<Page> => {
  const values = columns.map(({ type }, index) => type.read(`c${index}`));
  const result = await connection.stream(`select ${values.join(', ')} from ${table} where rowid >= ${from}`);
  const rows: string[] = [];
  let bytes = 0;
  for await (const chunk of result) {
    for (let row = 0; row < chunk.rowCount; row += 1) {
      if (bytes >= pageBytes) return { rows, next: from + BigInt(rows.length) };
      const text = write(chunk.getRowValues(row));
      bytes += text.length;
      rows.push(text);
    }
  }
  return { rows };
};
