import { type CatalogueRequest, checkCatalogueRequest, pageOf } from './catalogue.ts';
import type { Operation } from './operation.ts';

export const listDatabases: Operation<CatalogueRequest, 'targets' | 'pageTokens'> =
  ({ targets, pageTokens }) =>
  async (request) => {
    const { database = 'dev' } = checkCatalogueRequest(request, targets);
    const { items, NextToken } = pageOf(pageTokens, 'ListDatabases', request, [database]);
    return { Databases: items, NextToken };
  };
