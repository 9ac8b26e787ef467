import type { DuckDBValue } from '@duckdb/node-api';
import { columnMetadata } from '../values/column-metadata.ts';
import { columnType } from '../values/types.ts';
import { type CatalogueRequest, catalogueRows, checkCatalogueRequest, pageOf } from './catalogue.ts';
import type { Operation, Parts } from './operation.ts';

type Request = CatalogueRequest & { Schema?: string; Table?: string };

const columns = `
  select column_name, is_nullable, column_default from information_schema.columns
   where table_catalog = current_database() and table_schema = $1 and table_name = $2
   order by ordinal_position`;

/** An unknown table has no columns. The service gives 500 columns a page unless told. */
export const describeTable: Operation<Request, 'engine' | 'targets' | 'pageTokens'> =
  ({ engine, targets, pageTokens }) =>
  async (request, caller) => {
    await checkCatalogueRequest(request, targets, caller);
    const [schema, table] = [request.Schema ?? 'public', request.Table ?? ''];
    const rows = await catalogueRows(engine, columns, [schema, table]);
    const types = rows.length > 0 ? await typesOf(engine, schema, table) : [];
    const list = rows.map((row, index) => member(row, types[index], schema, table));
    const { items, NextToken } = pageOf(pageTokens, `DescribeTable ${schema}.${table}`, request, list, 500);
    return { TableName: table, ColumnList: items, NextToken };
  };

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

const typesOf = async (engine: Parts['engine'], schema: string, table: string) => {
  const connection = await engine.connect();
  try {
    const query = await connection.prepare(`select * from ${quoted(schema)}.${quoted(table)}`);
    return Array.from({ length: query.columnCount }, (_, index) => columnType(query.columnType(index)));
  } finally {
    connection.closeSync();
  }
};

/** `label` is absent here and `length` mirrors the precision. */
const member = (
  [name, nullable, columnDefault]: DuckDBValue[],
  type: ReturnType<typeof columnType> | undefined,
  schemaName: string,
  tableName: string,
): object => {
  const { label: _label, ...column } = columnMetadata({
    name: String(name),
    type: type ?? columnType({} as never),
  });
  return {
    ...column,
    length: column.precision,
    nullable: nullable === 'YES' ? 1 : 0,
    columnDefault: columnDefault ?? undefined,
    schemaName,
    tableName,
  };
};
