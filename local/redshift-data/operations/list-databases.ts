import { type CatalogueRequest, checkCatalogueRequest, pageOf } from './catalogue.ts';
import type { Operation } from './operation.ts';

export const listDatabases: Operation<CatalogueRequest, 'targets' | 'pageTokens'> =
  ({ targets, pageTokens }) =>
  async (request, caller) => {
    const database = await checkCatalogueRequest(request, targets, caller, true);
    const { items, NextToken } = pageOf(pageTokens, 'ListDatabases', request, [database]);
    return { Databases: items, NextToken };
  };
