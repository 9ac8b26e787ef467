import type { DuckDBConnection } from '@duckdb/node-api';
import { textRows } from '../commands/command.ts';
import { RedshiftError } from '../sql/redshift-error.ts';

/** A table or a view as the engine knows it. */
export interface Relation {
  /** Database, schema and name, as the engine takes them. */
  name: string[];
  schema: string;
  table: string;
  temporary: boolean;
  kind: 'table' | 'view';
  /** JSON of its notes. */
  comment: string | null;
}

const relations = `
  select database_name, schema_name, table_name as name, temporary, comment, 'table' as kind from duckdb_tables()
  union all
  select database_name, schema_name, view_name, temporary, comment, 'view' from duckdb_views() where not internal`;

const found = `
  select database_name, schema_name, name, temporary, kind, comment from (${relations})
   where name = $1 and case when $2 <> '' then schema_name = $2 and database_name = current_database()
         else temporary or (database_name = current_database() and list_contains(current_schemas(false), schema_name)) end
   order by temporary desc, list_position(current_schemas(false), schema_name)`;

/** Finds a table or view by its name of one or two parts, by the search path where it has one. */
export const findRelation = async (
  connection: DuckDBConnection,
  parts: readonly string[],
): Promise<Relation | undefined> => {
  const [name = '', schema = ''] = [...parts].reverse();
  const [row] = await textRows(connection, found, [name, schema]);
  if (!row) return undefined;
  const [database, inSchema, table, temporary, kind, comment] = row;
  return {
    name: [database ?? '', inSchema ?? '', table ?? ''],
    schema: inSchema ?? '',
    table: table ?? '',
    temporary: temporary === 'true',
    kind: kind as Relation['kind'],
    comment: comment ?? null,
  };
};

/** @throws RedshiftError `relation "x" does not exist` */
export const theRelation = async (
  connection: DuckDBConnection,
  parts: readonly string[],
): Promise<Relation> => {
  const relation = await findRelation(connection, parts);
  if (!relation) throw new RedshiftError(`ERROR: relation "${parts.join('.')}" does not exist`);
  return relation;
};
