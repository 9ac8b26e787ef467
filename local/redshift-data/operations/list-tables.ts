import { type CatalogueRequest, catalogueRows, checkCatalogueRequest, pageOf } from './catalogue.ts';
import type { Operation } from './operation.ts';
import { systemTables } from './system-tables.ts';

type Request = CatalogueRequest & { SchemaPattern?: string; TablePattern?: string };

const tables = `
  select name, schema, type from (
    select table_name, table_schema, case when table_type = 'VIEW' then 'VIEW' else 'TABLE' end
      from information_schema.tables where table_catalog = current_database()
    union all ${systemTables}) as t(name, schema, type)
   where schema like $1 and name like $2 order by schema, name`;

/** Tables and views of users and of the system, by the LIKE patterns of their schema and name. */
export const listTables: Operation<Request, 'engine' | 'targets' | 'pageTokens'> =
  ({ engine, targets, pageTokens }) =>
  async (request, caller) => {
    await checkCatalogueRequest(request, targets, caller);
    const patterns = [request.SchemaPattern ?? '%', request.TablePattern ?? '%'];
    const rows = await catalogueRows(engine, tables, patterns);
    const members = rows.map(([name, schema, type]) => ({ name, schema, type }));
    const { items, NextToken } = pageOf(pageTokens, `ListTables ${patterns}`, request, members);
    return { Tables: items, NextToken };
  };
