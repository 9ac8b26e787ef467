import type { DuckDBConnection } from '@duckdb/node-api';

const pageBytes = 1_000_000n;
/** What a page may grow to where few of its rows are long. */
const mostBytes = 8_000_000n;

/** A stored result: how many rows, bytes of text in all, and bytes of the longest. */
export interface Extent {
  rows: bigint;
  bytes: bigint;
  longest: bigint;
}

/** How rows become text: SQL of one row of the columns `c0`, `c1`, …, and what stands between two. */
export interface RowText {
  sql: string;
  separator: string;
  /** Bytes that a row has besides its values, about. */
  overhead: bigint;
}

/** The text of whole rows, about a megabyte of it; `next` is where the following page begins. */
export interface Page {
  text: string;
  next?: bigint;
}

/** Reads a page of a stored result from row `from`. The engine writes the text: one value comes out of it, not one a cell. */
export const readPage = async (
  connection: DuckDBConnection,
  table: string,
  { rows, bytes, longest }: Extent,
  from: bigint,
  { sql, separator, overhead }: RowText,
): Promise<Page> => {
  const usual = pageBytes / (bytes / (rows || 1n) + overhead);
  const most = mostBytes / (longest + overhead);
  const until = from + larger(1n, usual < most ? usual : most);
  const answer = await connection.run(
    `select coalesce(string_agg(${sql}, '${separator}' order by rowid), '') from ${table} ` +
      `where rowid >= ${from} and rowid < ${until}`,
  );
  const text = String((await answer.getRows())[0]?.[0]);
  return until < rows ? { text, next: until } : { text };
};

const larger = (a: bigint, b: bigint): bigint => (a > b ? a : b);
