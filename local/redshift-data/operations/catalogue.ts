import type { DuckDBValue } from '@duckdb/node-api';
import { ServiceError } from '../../protocol/service-error.ts';
import type { CallerIdentity } from '../../service.ts';
import type { Engine } from '../engine/open-engine.ts';
import type { PageTokens } from '../statements/page-token.ts';
import type { SubmitInput } from '../statements/submission.ts';
import { endpointOf, type TargetDeps } from '../statements/target.ts';
import { checkShapes } from '../statements/validation.ts';

/** What the operations that read the catalogue have in common. */
export interface CatalogueRequest extends SubmitInput {
  ConnectedDatabase?: string;
  MaxResults?: number;
  NextToken?: string;
}

/**
 * Checks a request's shape and target.
 * @returns the database to log in to
 * @throws ServiceError DatabaseConnectionException for a database that the target does not have
 */
export const checkCatalogueRequest = async (
  { ConnectedDatabase, ...request }: CatalogueRequest,
  targets: TargetDeps,
  caller: CallerIdentity,
  databaseOptional = false,
): Promise<string> => {
  checkShapes(request);
  const Database = ConnectedDatabase ?? request.Database;
  const endpoint = await endpointOf(targets, { ...request, Database }, caller.arn, databaseOptional);
  if (endpoint.missing) throw new ServiceError('DatabaseConnectionException', endpoint.missing, 500);
  return endpoint.database as string;
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
