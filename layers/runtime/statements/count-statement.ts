import type { Log } from '../logger.ts';
import type { ReportStatistics } from '../report-statistics.ts';
import type { StatementRecord } from './statement-record.ts';

export interface CountStatementDeps {
  statistics: Pick<ReportStatistics, 'count'>;
  log: Pick<Log, 'warn'>;
}

/** Counts what has succeeded among its report's statements; files are another matter. Never throws: nobody waits for a count. */
export type CountStatement = (statement: StatementRecord) => Promise<void>;

export const statementCounter =
  ({ statistics, log }: CountStatementDeps): CountStatement =>
  async (statement) => {
    if (statement.status !== 'succeeded' || statement.isFile) return;
    try {
      await statistics.count(statement);
    } catch (error) {
      log.warn('A statement could not be counted.', { runId: statement.id, error });
    }
  };
