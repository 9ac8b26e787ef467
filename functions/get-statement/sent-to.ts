import { DescribeStatementCommand, type RedshiftDataClient } from '@aws-sdk/client-redshift-data';
import type { RunStatement } from '@readout/runtime/contracts.ts';
import { ResultExpired } from '@readout/runtime/errors.ts';

/**
 * The SQL and the bound values as the Data API was sent them, which is not what the template says today. Throws
 * ResultExpired for a statement that is forgotten.
 */
export const sentTo = async (redshift: RedshiftDataClient, Id: string): Promise<RunStatement> => {
  try {
    const { QueryString = '', QueryParameters = [] } = await redshift.send(
      new DescribeStatementCommand({ Id }),
    );
    const parameters = QueryParameters.map(({ name = '', value = '' }) => ({ name, value }));
    return { sql: QueryString, parameters };
  } catch (error) {
    if ((error as Error).name !== 'ResourceNotFoundException') throw error;
    throw new ResultExpired('Redshift keeps the SQL of a run for 24 hours. Run the report again.');
  }
};
