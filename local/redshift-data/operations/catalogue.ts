import type { DuckDBValue } from '@duckdb/node-api';
import type { Engine } from '../engine/open-engine.ts';
import type { PageTokens } from '../statements/page-token.ts';
import { type SubmitInput, type Target, targetOf } from '../statements/submission.ts';
import { checkShapes } from '../statements/validation.ts';

/** What the operations that read the catalogue have in common. */
export interface CatalogueRequest extends SubmitInput {
  MaxResults?: number;
  NextToken?: string;
}

/** Checks a request's shape and target. */
export const checkCatalogueRequest = (request: CatalogueRequest, targets: () => Target[]): Target => {
  checkShapes(request);
  return targetOf(request, targets());
};

/** Rows of a query over the user's own database; `values` are bound in order. */
export const catalogueRows = async (
  engine: Engine,
  sql: string,
  values: string[],
): Promise<DuckDBValue[][]> => {
  const connection = await engine.connect();
  try {
    return await (await connection.run(sql, values)).getRows();
  } finally {
    connection.closeSync();
  }
};

/** One page of a list and the token of the next. */
export const pageOf = <T>(
  pageTokens: PageTokens,
  subject: string,
  request: CatalogueRequest,
  items: readonly T[],
  usual = 1000,
): { items: T[]; NextToken?: string } => {
  const from = Number(pageTokens.read(subject, request.NextToken));
  const to = from + (request.MaxResults || usual);
  return {
    items: items.slice(from, to),
    NextToken: to < items.length ? pageTokens.write(subject, BigInt(to)) : undefined,
  };
};
