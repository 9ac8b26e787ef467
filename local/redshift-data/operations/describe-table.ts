import type { DuckDBValue } from '@duckdb/node-api';
import { knownColumns } from '../engine/known-columns.ts';
import { quoted } from '../sql/names.ts';
import { type Column, columnMetadata } from '../values/column-metadata.ts';
import { columnType } from '../values/types.ts';
import { type CatalogueRequest, catalogueRows, checkCatalogueRequest, pageOf } from './catalogue.ts';
import type { Operation, Parts } from './operation.ts';

type Request = CatalogueRequest & { Schema?: string; Table?: string };

const query = `
  select column_name, is_nullable, column_default from information_schema.columns
   where table_catalog = current_database() and table_schema = $1 and table_name = $2
   order by ordinal_position`;

/** An unknown table has no columns. The service gives 500 columns a page unless told. */
export const describeTable: Operation<Request, 'engine' | 'targets' | 'pageTokens'> =
  ({ engine, targets, pageTokens }) =>
  async (request, caller) => {
    await checkCatalogueRequest(request, targets, caller);
    const [schema, table] = [request.Schema ?? 'public', request.Table ?? ''];
    const rows = await catalogueRows(engine, query, [schema, table]);
    const columns = rows.length > 0 ? await typesOf(engine, schema, table) : [];
    const list = columns.map((column, index) => member(column, rows[index] ?? []));
    const { items, NextToken } = pageOf(pageTokens, `DescribeTable ${schema}.${table}`, request, list, 500);
    return { TableName: table, ColumnList: items, NextToken };
  };

const typesOf = async (engine: Parts['engine'], schema: string, table: string): Promise<Column[]> => {
  const connection = await engine.connect();
  try {
    const prepared = await connection.prepare(`select * from ${quoted(schema, table)}`);
    const known = await knownColumns(connection, [schema, table]);
    return Array.from({ length: prepared.columnCount }, (_, index) => ({
      name: prepared.columnName(index),
      type: columnType(prepared.columnType(index)),
      origin: known.find(({ name }) => name === prepared.columnName(index)) ?? { schema, table },
    }));
  } finally {
    connection.closeSync();
  }
};

/** `label` is absent here and `length` mirrors the precision. */
const member = (column: Column, [, nullable, columnDefault]: DuckDBValue[]): object => {
  const { label: _label, ...metadata } = columnMetadata(column);
  return {
    ...metadata,
    length: metadata.precision,
    nullable: nullable === 'YES' ? 1 : 0,
    columnDefault: columnDefault ?? undefined,
  };
};
