import {
  BatchExecuteStatementCommand,
  type ColumnMetadata,
  DescribeStatementCommand,
  type DescribeStatementCommandOutput,
  GetStatementResultCommand,
  type RedshiftDataClient,
} from '@aws-sdk/client-redshift-data';
import { QueryFailed, ResultExpired } from '@readout/runtime/errors.ts';
import { parse } from '@readout/runtime/parse.ts';
import { preparedPrefix } from '@readout/runtime/result/prepared-prefix.ts';
import { resultError } from '@readout/runtime/result/result-error.ts';
import type { Runs } from '@readout/runtime/runs.ts';
import type { Warehouse } from '@readout/runtime/warehouse.ts';
import { z } from 'zod';
import { unloadSql } from './unload-sql.ts';

interface Deps {
  runs: Pick<Runs, 'get'>;
  redshift: RedshiftDataClient;
  stackName: string;
  warehouse: Warehouse;
  bucket: string;
  /** The role that Redshift writes with; its default one when left out. */
  roleArn?: string;
}

/** What the workflow hands over. */
const UnloadResultEvent = z.object({
  runId: z.uuid(),
  owner: z.string().min(1),
  download: z.object({
    of: z.string(),
    format: z.enum(['csv', 'parquet']),
    raw: z.boolean().optional(),
  }),
});

/**
 * Lets Redshift write the rows of an earlier run to S3: its statement runs once more, as it was bound then, and its end
 * is heard of like any other's. Sending twice runs once. Throws ResultExpired when Redshift remembers that statement no
 * more, and QueryFailed with the Data API's message.
 */
export const unloadResult =
  (deps: Deps) =>
  async (input: unknown): Promise<{ statementId?: string }> => {
    const { runId, owner, download } = parse(UnloadResultEvent, input);
    const of = await deps.runs.get({ owner, runId: download.of });
    if (!of?.statementId) throw new ResultExpired('The result that the file was to be made of is gone.');
    const { described, columns } = await recalled(deps, of.statementId);
    const target = `s3://${deps.bucket}/${preparedPrefix({ owner, runId })}`;
    const { QueryString: sql = '', QueryParameters } = described;
    const batch = {
      ...deps.warehouse,
      Sqls: unloadSql({ ...download, sql, columns, maxRows: of.maxRows, target, roleArn: deps.roleArn }),
      ...(QueryParameters?.length && { Parameters: QueryParameters }),
      WithEvent: true,
      ClientToken: runId,
      StatementName: `${deps.stackName}:${runId}`,
    };
    const { Id } = await deps.redshift.send(new BatchExecuteStatementCommand(batch)).catch(refused);
    return { statementId: Id };
  };

/** An earlier statement: its SQL and parameters, and what its columns are. */
const recalled = async (
  { redshift }: Deps,
  Id: string,
): Promise<{ described: DescribeStatementCommandOutput; columns: ColumnMetadata[] }> => {
  try {
    const described = await redshift.send(new DescribeStatementCommand({ Id }));
    const { ColumnMetadata = [] } = await redshift.send(new GetStatementResultCommand({ Id }));
    return { described, columns: ColumnMetadata };
  } catch (error) {
    return resultError(error, undefined);
  }
};

const refused = (error: Error): never => {
  if (error.name === 'ValidationException') throw new QueryFailed(error.message);
  throw error;
};
