import { type CatalogueRequest, catalogueRows, checkCatalogueRequest, pageOf } from './catalogue.ts';
import type { Operation } from './operation.ts';

type Request = CatalogueRequest & { SchemaPattern?: string };

const schemas = `
  select distinct schema_name from information_schema.schemata
   where (catalog_name = current_database() and schema_name <> 'main'
      or schema_name in ('information_schema', 'pg_catalog')) and schema_name like $1
   order by 1`;

export const listSchemas: Operation<Request, 'engine' | 'targets' | 'pageTokens'> =
  ({ engine, targets, pageTokens }) =>
  async (request, caller) => {
    await checkCatalogueRequest(request, targets, caller);
    const pattern = request.SchemaPattern ?? '%';
    const rows = await catalogueRows(engine, schemas, [pattern]);
    const names = rows.map(([name]) => String(name));
    const { items, NextToken } = pageOf(pageTokens, `ListSchemas ${pattern}`, request, names);
    return { Schemas: items, NextToken };
  };
