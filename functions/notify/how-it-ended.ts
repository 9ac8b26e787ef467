import { DescribeStatementCommand, type RedshiftDataClient } from '@aws-sdk/client-redshift-data';
import type { Change } from '@readout/runtime/run-record.ts';
import type { StatementDetail } from './events.ts';

/** The change of a run that the end of its statement stands for. */
export type HowItEnded = (detail: StatementDetail) => Promise<Change>;

/** The event does not say why a statement failed, so the engine's message is asked for. */
export const howStatementsEnd =
  ({ redshift, now }: { redshift: RedshiftDataClient; now(): Date }): HowItEnded =>
  async ({ statementId, state, rows }) => {
    const common = { statementId, at: now() };
    switch (state) {
      case 'FINISHED':
        return { ...common, status: 'succeeded', rows };
      case 'ABORTED':
        return { ...common, status: 'cancelled' };
      case 'FAILED': {
        const message = await engineMessage(redshift, statementId);
        return { ...common, status: 'failed', error: { name: 'QueryFailed', message } };
      }
    }
  };

const engineMessage = async (redshift: RedshiftDataClient, statementId: string): Promise<string> => {
  try {
    const { Error: message } = await redshift.send(new DescribeStatementCommand({ Id: statementId }));
    return message ?? 'Redshift failed the statement without saying why.';
  } catch (error) {
    if (error instanceof Error && error.name === 'ResourceNotFoundException')
      return 'Redshift failed the statement and no longer says why.';
    throw error;
  }
};
