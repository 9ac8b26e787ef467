import type { DuckDBConnection } from '@duckdb/node-api';
import { RedshiftError } from '../sql/redshift-error.ts';
import type { CopyCommand } from './parse-copy.ts';

export interface TargetColumn {
  name: string;
  /** The engine's type. */
  type: string;
  required: boolean;
}

interface Described extends TargetColumn {
  default: string | null;
}

/** The columns that a COPY fills, in its order. Without a list they are the table's, but for those that count by themselves. */
export const targetColumns = async (
  connection: DuckDBConnection,
  { table, columns, options }: CopyCommand,
): Promise<TargetColumn[]> => {
  const all = await describe(connection, table);
  if (columns)
    return columns.map((name) => {
      const found = all.find((column) => column.name.toLowerCase() === name.toLowerCase());
      if (found) return found;
      throw new RedshiftError(`ERROR: column "${name}" of relation "${table}" does not exist`);
    });
  return options.explicitIds
    ? all
    : all.filter((column) => !/nextval\('.*identity_/.test(column.default ?? ''));
};

const describe = async (connection: DuckDBConnection, table: string): Promise<Described[]> => {
  const text = `'${table.replaceAll("'", "''")}'`;
  try {
    const answer = await connection.runAndReadAll(
      `select name, type, "notnull", dflt_value from pragma_table_info(${text}) order by cid`,
    );
    return answer.getRows().map(([name, type, required, value]) => ({
      name: String(name),
      type: String(type),
      required: required === true,
      default: value === null ? null : String(value),
    }));
  } catch (error) {
    if (!/does not exist/.test((error as Error).message)) throw error;
    throw new RedshiftError(`ERROR: Cannot COPY into nonexistent table ${table}`);
  }
};
