import type { DuckDBConnection } from '@duckdb/node-api';
import { RedshiftError } from '../sql/redshift-error.ts';
import type { Column } from '../values/column-metadata.ts';

/** The most that the service keeps of one result, and of one row. */
const resultLimit = 500n * 1024n * 1024n;
const rowLimit = 64n * 1024n;

/** Bytes of the text of each row and ten more: `select 1` is 11, as the service says. */
export const createSize = (connection: DuckDBConnection, table: string, columns: readonly Column[]) => {
  const texts = columns.map(({ type }, index) => `coalesce(strlen(${type.read(`c${index}`)}::varchar), 0)`);
  const row = `(${texts.join(' + ')})`;
  let [bytes, rows, longest] = [0n, 0n, 0n];
  return {
    /** Bytes of the longest row. */
    get longest() {
      return longest;
    },
    get bytes() {
      return bytes;
    },
    /**
     * Adds the rows up to `until`.
     * @throws RedshiftError for a row or a result that the service does not carry
     */
    async measure(until: bigint): Promise<void> {
      const range = `where rowid >= ${rows} and rowid < ${until}`;
      const answer = await connection.run(
        `select coalesce(sum(${row}), 0)::bigint, coalesce(max(${row}), 0)::bigint from ${table} ${range}`,
      );
      const [sum, most] = (await answer.getRows())[0] as [bigint, bigint];
      bytes += sum + 10n * (until - rows);
      rows = until;
      if (most > longest) longest = most;
      if (longest > rowLimit) throw new RedshiftError('Packet for query is too large');
      if (bytes > resultLimit) throw new RedshiftError('Database response exceeded size limit');
    },
  };
};
