import {
  type ColumnMetadata,
  GetStatementResultCommand,
  type RedshiftDataClient,
} from '@aws-sdk/client-redshift-data';
import type { Cell } from '../contracts.ts';
import { cellOf } from './cells.ts';
import { resultError } from './result-error.ts';
import { type Table, tableColumn } from './table.ts';

export interface ReadLimits {
  /** The most rows that may be read; those behind them are left out. */
  rows: number;
  /** The most bytes of JSON that are read while a person waits. */
  bytes: number;
}

/**
 * The rows of a result as far as they may be read, page by page, and how many there are in all. Undefined where that would
 * be more than a person waits for. Throws ResultExpired.
 */
export const readTable = async (
  redshift: RedshiftDataClient,
  Id: string,
  limits: ReadLimits,
): Promise<(Table & { totalRows: number }) | undefined> => {
  const rows: Cell[][] = [];
  let columns: ColumnMetadata[] = [];
  let totalRows = 0;
  let bytes = 0;
  let NextToken: string | undefined;
  do {
    const page = await redshift
      .send(new GetStatementResultCommand({ Id, NextToken }))
      .catch((error) => resultError(error, undefined));
    columns = page.ColumnMetadata ?? [];
    totalRows = page.TotalNumRows ?? 0;
    const cells = (page.Records ?? []).map((record) => record.map(cellOf));
    bytes += Buffer.byteLength(JSON.stringify(cells));
    if (bytes > limits.bytes) return undefined;
    rows.push(...cells);
    NextToken = page.NextToken;
  } while (NextToken && rows.length < limits.rows);
  return { columns: columns.map(tableColumn), rows: rows.slice(0, limits.rows), totalRows };
};
