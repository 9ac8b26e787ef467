import {
  GetStatementResultCommand,
  type GetStatementResultCommandOutput,
  type RedshiftDataClient,
} from '@aws-sdk/client-redshift-data';
import type { ResultPage } from '@readout/runtime/contracts.ts';
import type { RestAction } from '@readout/runtime/rest.ts';
import { cellOf } from '@readout/runtime/result/cells.ts';
import { resultError } from '@readout/runtime/result/result-error.ts';
import { statementOf } from '@readout/runtime/result/statement-of.ts';
import type { StillMayRead } from '@readout/runtime/result/still-may-read.ts';
import type { RunRecord } from '@readout/runtime/run-record.ts';
import type { Runs } from '@readout/runtime/runs.ts';
import { capPage } from './cap-page.ts';
import { type Place, placeOf, toPage } from './page-token.ts';

interface Deps {
  runs: Pick<Runs, 'owned'>;
  stillMayRead: StillMayRead;
  redshift: RedshiftDataClient;
  mostBytes: number;
}

/**
 * One page of the result of one of the caller's own runs. The Data API decides how many rows a page has; `next` is
 * absent on the last one, and on the one that meets a limit, which says so. Throws RunNotFound, ResultNotReady,
 * ReportNotFound, AccessDenied, ResultExpired, InvalidPage.
 */
export const getResult =
  ({ runs, stillMayRead, redshift, mostBytes }: Deps): RestAction =>
  async ({ caller, path, query }) => {
    const record = await runs.owned(path.runId ?? '', caller.id);
    const Id = statementOf(record);
    await stillMayRead(record, caller);
    const place = query.page === undefined ? undefined : placeOf(query.page, record.pageKey);
    const result = await redshift
      .send(new GetStatementResultCommand({ Id, NextToken: place?.token }))
      .catch((error) => resultError(error, place?.token));
    return { body: pageOf(record, result, place, mostBytes) };
  };

type Result = Pick<
  GetStatementResultCommandOutput,
  'ColumnMetadata' | 'Records' | 'TotalNumRows' | 'NextToken'
>;

const pageOf = (
  { pageKey, maxRows = Number.POSITIVE_INFINITY }: RunRecord,
  { ColumnMetadata, Records, TotalNumRows, NextToken }: Result,
  before: Pick<Place, 'rows' | 'bytes'> = { rows: 0, bytes: 0 },
  mostBytes: number,
): ResultPage => {
  const all = (Records ?? []).map((record) => record.map(cellOf));
  const caps = { rows: maxRows, bytes: mostBytes };
  const { rows, capped, read } = capPage(all, { before, more: Boolean(NextToken), caps });
  return {
    columns: (ColumnMetadata ?? []).map(({ name, typeName }) => ({ name: name ?? '', type: typeName ?? '' })),
    rows,
    totalRows: TotalNumRows ?? 0,
    ...(NextToken && !capped && { next: toPage(pageKey, { token: NextToken, ...read }) }),
    ...(capped && { capped }),
  };
};
