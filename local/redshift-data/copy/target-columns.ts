import type { DuckDBConnection } from '@duckdb/node-api';
import { RedshiftError } from '../sql/redshift-error.ts';
import { type ExistingColumn, existingColumns } from '../tables/existing-table.ts';
import { findRelation } from '../tables/find-relation.ts';
import type { CopyCommand } from './parse-copy.ts';

export interface TargetColumn {
  name: string;
  /** The engine's type. */
  type: string;
  required: boolean;
  /** Most bytes of a text. */
  bytes?: number;
}

/** The columns that a COPY fills, in its order. Without a list they are the table's, but for those that count by themselves. */
export const targetColumns = async (
  connection: DuckDBConnection,
  { table, columns, options }: CopyCommand,
): Promise<TargetColumn[]> => {
  const name = table.join('.');
  const relation = await findRelation(connection, table);
  if (!relation) throw new RedshiftError(`ERROR: Cannot COPY into nonexistent table ${name}`);
  if (relation.kind === 'view') throw new RedshiftError(`ERROR: cannot copy to view "${name}"`);
  const all = await existingColumns(connection, relation);
  if (columns)
    return columns.map((wanted) => {
      const found = all.find((column) => column.name.toLowerCase() === wanted);
      if (found) return targetColumn(found);
      throw new RedshiftError(`ERROR: column "${wanted}" of relation "${name}" does not exist`);
    });
  const given = options.explicitIds ? all : all.filter(({ notes }) => !notes.identity);
  return given.map(targetColumn);
};

const targetColumn = ({ name, type, notNull, notes }: ExistingColumn): TargetColumn => {
  const bytes = /^character.*\((\d+)\)/.exec(notes.type ?? '')?.[1];
  return { name, type, required: notNull, ...(bytes && { bytes: Number(bytes) }) };
};
