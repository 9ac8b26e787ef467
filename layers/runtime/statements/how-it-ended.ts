import { DescribeStatementCommand, type RedshiftDataClient } from '@aws-sdk/client-redshift-data';
import type { FaultInReport } from './fault-in-report.ts';
import type { Ending } from './statement-record.ts';

/** A statement that has ended in Redshift: what its event says, and DescribeStatement. */
export interface EndedStatement {
  statementId: string;
  state: 'FINISHED' | 'FAILED' | 'ABORTED';
  /** Rows in the result; -1 for a statement that did not finish. */
  rows?: number;
}

/** What the end of a statement in Redshift means; `id` is its own, that of the run that leads it. */
export type HowItEnded = (id: string, ended: EndedStatement) => Promise<Ending>;

interface Deps {
  redshift: RedshiftDataClient;
  faultInReport: FaultInReport;
  now(): Date;
}

/** The event does not say why a statement failed, so the engine's message is asked for. */
export const howStatementsEnd =
  ({ redshift, faultInReport, now }: Deps): HowItEnded =>
  async (id, { statementId, state, rows }) => {
    const common = { statementId, at: now() };
    switch (state) {
      case 'FINISHED':
        return { ...common, status: 'succeeded', rows };
      case 'ABORTED':
        return { ...common, status: 'cancelled' };
      case 'FAILED': {
        const { message, sql } = await failureIn(redshift, statementId);
        const at = sql === undefined ? undefined : await faultInReport(id, sql, message);
        return { ...common, status: 'failed', error: { name: 'QueryFailed', message, ...(at && { at }) } };
      }
    }
  };

const failureIn = async (
  redshift: RedshiftDataClient,
  statementId: string,
): Promise<{ message: string; sql?: string }> => {
  try {
    const found = await redshift.send(new DescribeStatementCommand({ Id: statementId }));
    return {
      message: found.Error ?? 'Redshift failed the statement without saying why.',
      sql: found.QueryString,
    };
  } catch (error) {
    if (error instanceof Error && error.name === 'ResourceNotFoundException')
      return { message: 'Redshift failed the statement and no longer says why.' };
    throw error;
  }
};
