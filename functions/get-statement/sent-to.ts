import { DescribeStatementCommand, type RedshiftDataClient } from '@aws-sdk/client-redshift-data';
import type { RunStatement } from '@readout/runtime/contracts.ts';
import { ResultExpired } from '@readout/runtime/errors.ts';

/**
 * The SQL and the bound values as the Data API was sent them, which is not what the template says today; for a run that
 * prepares a file these are two statements. Throws
 * ResultExpired for a statement that is forgotten.
 */
export const sentTo = async (redshift: RedshiftDataClient, Id: string): Promise<RunStatement> => {
  try {
    const described = await redshift.send(new DescribeStatementCommand({ Id }));
    const { QueryString, SubStatements = [], QueryParameters = [] } = described;
    const sql = QueryString ?? SubStatements.map((one) => one.QueryString).join(';\n\n');
    const parameters = QueryParameters.map(({ name = '', value = '' }) => ({ name, value }));
    return { sql, parameters };
  } catch (error) {
    if ((error as Error).name !== 'ResourceNotFoundException') throw error;
    throw new ResultExpired('Redshift keeps the SQL of a run for 24 hours. Run the report again.');
  }
};
