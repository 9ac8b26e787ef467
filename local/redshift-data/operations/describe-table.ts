import type { DuckDBConnection } from '@duckdb/node-api';
import { quoted } from '../sql/names.ts';
import { existingColumns } from '../tables/existing-table.ts';
import { findRelation } from '../tables/find-relation.ts';
import { type Column, columnMetadata } from '../values/column-metadata.ts';
import { columnType } from '../values/types.ts';
import { type CatalogueRequest, checkCatalogueRequest, pageOf } from './catalogue.ts';
import type { Operation } from './operation.ts';
import { systemTable } from './system-tables.ts';

type Request = CatalogueRequest & { Schema?: string; Table?: string };

/** An unknown table has no columns. The service gives 500 columns a page unless told. */
export const describeTable: Operation<Request, 'engine' | 'targets' | 'pageTokens'> =
  ({ engine, targets, pageTokens }) =>
  async (request, caller) => {
    await checkCatalogueRequest(request, targets, caller);
    const [schema, table] = [request.Schema ?? 'public', request.Table ?? ''];
    const connection = await engine.connect();
    try {
      const system = systemTable(schema, table);
      const columns = system
        ? await columnsOf(connection, system, { schema, table })
        : await userColumns(connection, schema, table);
      const subject = `DescribeTable ${schema}.${table}`;
      const { items, NextToken } = pageOf(pageTokens, subject, request, columns, 500);
      return { TableName: table, ColumnList: items.map(member), NextToken };
    } finally {
      connection.closeSync();
    }
  };

type DescribedColumn = Column & { defaultValue?: string };

const columnsOf = async (
  connection: DuckDBConnection,
  relation: string,
  origin: Column['origin'],
): Promise<DescribedColumn[]> => {
  const prepared = await connection.prepare(`select * from ${relation}`);
  return Array.from({ length: prepared.columnCount }, (_, index) => ({
    name: prepared.columnName(index),
    type: columnType(prepared.columnType(index)),
    origin,
  }));
};

const userColumns = async (connection: DuckDBConnection, schema: string, table: string) => {
  const relation = await findRelation(connection, [schema, table]);
  if (!relation) return [];
  const existing = await existingColumns(connection, relation);
  const columns = await columnsOf(connection, quoted(...relation.name), { schema, table });
  return columns.map((column, index) => {
    const { notNull = false, notes = {}, defaultValue } = existing[index] ?? {};
    const origin = { ...column.origin, notNull, declared: notes.type };
    return { ...column, origin, defaultValue: notes.identity ? undefined : defaultValue };
  });
};

/** `label` is absent here and `length` mirrors the precision. */
const member = ({ defaultValue, ...column }: DescribedColumn): object => {
  const { label: _label, ...metadata } = columnMetadata(column);
  return { ...metadata, length: metadata.precision, columnDefault: defaultValue };
};
