import { DescribeStatementCommand, type RedshiftDataClient } from '@aws-sdk/client-redshift-data';
import type { Ending } from './statement-record.ts';

/** A statement that has ended in Redshift: what its event says, and DescribeStatement. */
export interface EndedStatement {
  statementId: string;
  state: 'FINISHED' | 'FAILED' | 'ABORTED';
  /** Rows in the result; -1 for a statement that did not finish. */
  rows?: number;
}

/** What the end of a statement in Redshift means. */
export type HowItEnded = (ended: EndedStatement) => Promise<Ending>;

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
