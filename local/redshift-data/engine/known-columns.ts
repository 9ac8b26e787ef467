import type { DuckDBConnection } from '@duckdb/node-api';
import { existingColumns } from '../tables/existing-table.ts';
import { findRelation } from '../tables/find-relation.ts';

/** A column of a table or view, and what the engine does not say of it in a result. */
export interface KnownColumn {
  schema: string;
  table: string;
  name: string;
  /** `character varying(10)`; absent where the engine's type says it. */
  declared?: string;
  notNull: boolean;
}

/** Columns by the name under which a statement asked for their table; empty where there is no such table. */
export type Catalogue = Map<string, Promise<KnownColumn[]>>;

const catalogues = new WeakMap<DuckDBConnection, Catalogue>();
/** Connections that may see other tables than the rest does: temporary ones, those of an open transaction. */
const apart = new WeakSet<DuckDBConnection>();

/** From now on the connection looks into the catalogue of its engine first. */
export const shareCatalogue = (connection: DuckDBConnection, catalogue: Catalogue): void => {
  catalogues.set(connection, catalogue);
};

/** The connection is about to change more than rows: from now on it looks anew each time. */
export const leaveCatalogue = (connection: DuckDBConnection): void => {
  apart.add(connection);
};

/** What a connection did may be seen by the others now. */
export const refreshCatalogue = (connection: DuckDBConnection): void => {
  if (apart.has(connection)) catalogues.get(connection)?.clear();
};

/** The columns of a table as a connection sees it, in their order. */
export const knownColumns = (
  connection: DuckDBConnection,
  parts: readonly string[],
): Promise<KnownColumn[]> => {
  const catalogue = apart.has(connection) ? undefined : catalogues.get(connection);
  const name = parts.join('.');
  const known = catalogue?.get(name) ?? load(connection, parts);
  catalogue?.set(name, known);
  return known;
};

const load = async (connection: DuckDBConnection, parts: readonly string[]): Promise<KnownColumn[]> => {
  const relation = await findRelation(connection, parts);
  if (!relation) return [];
  const { schema, table } = relation;
  const columns = await existingColumns(connection, relation);
  return columns.map(({ name, notNull, notes }) => ({ schema, table, name, declared: notes.type, notNull }));
};
