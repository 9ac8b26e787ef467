import {
  GetStatementResultCommand,
  type GetStatementResultCommandOutput,
  type RedshiftDataClient,
} from '@aws-sdk/client-redshift-data';
import type { ResultPage } from '@readout/runtime/contracts.ts';
import { ResultNotReady } from '@readout/runtime/errors.ts';
import type { RestAction } from '@readout/runtime/rest.ts';
import type { RunRecord } from '@readout/runtime/run-record.ts';
import type { Runs } from '@readout/runtime/runs.ts';
import { cellOf } from './cells.ts';
import { tokenOf, toPage } from './page-token.ts';
import { resultError } from './result-error.ts';

interface Deps {
  runs: Pick<Runs, 'owned'>;
  redshift: RedshiftDataClient;
}

/**
 * One page of the result of one of the caller's own runs. The Data API decides how many rows a page has; `next` is
 * absent on the last one. Throws RunNotFound, ResultNotReady, ResultExpired, InvalidPage.
 */
export const getResult =
  ({ runs, redshift }: Deps): RestAction =>
  async ({ caller, path, query }) => {
    const record = await runs.owned(path.runId ?? '', caller.id);
    const Id = statementOf(record);
    const NextToken = query.page === undefined ? undefined : tokenOf(query.page, record.runId);
    const result = await redshift
      .send(new GetStatementResultCommand({ Id, NextToken }))
      .catch((error) => resultError(error, NextToken));
    return { body: pageOf(record.runId, result) };
  };

const statementOf = ({ status, statementId }: RunRecord): string => {
  if (status === 'succeeded' && statementId) return statementId;
  throw new ResultNotReady(
    status === 'queued' || status === 'running'
      ? 'The run has not ended yet.'
      : 'The run ended without a result.',
  );
};

type Result = Pick<
  GetStatementResultCommandOutput,
  'ColumnMetadata' | 'Records' | 'TotalNumRows' | 'NextToken'
>;

const pageOf = (runId: string, { ColumnMetadata, Records, TotalNumRows, NextToken }: Result): ResultPage => ({
  columns: (ColumnMetadata ?? []).map(({ name, typeName }) => ({ name: name ?? '', type: typeName ?? '' })),
  rows: (Records ?? []).map((record) => record.map(cellOf)),
  totalRows: TotalNumRows ?? 0,
  ...(NextToken && { next: toPage(runId, NextToken) }),
});
