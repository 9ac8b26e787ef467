import {
  DescribeStatementCommand,
  paginateListStatements,
  type RedshiftDataClient,
} from '@aws-sdk/client-redshift-data';
import type { EndedStatement } from '@readout/runtime/statements/how-it-ended.ts';
import { stopStatement } from '@readout/runtime/statements/stop-statement.ts';

/** What the Data API knows of the statements that this role has started. */
export interface Warehouse {
  /** The statement that was sent for a leader's run, if it was. */
  find(leader: string): Promise<{ statementId: string; startedAt: Date } | undefined>;
  /** How a statement has ended; undefined while it has not, `forgotten` after 24 hours. */
  ended(statementId: string): Promise<EndedStatement | 'forgotten' | undefined>;
  stop(statementId: string): Promise<void>;
}

const ENDED = new Set(['FINISHED', 'FAILED', 'ABORTED']);

export const askRedshift = (redshift: RedshiftDataClient, stackName: string): Warehouse => ({
  find: async (leader) => {
    // A name is matched by its beginning, and a run's id is whole, so there is one at most. A page may be empty.
    const pages = paginateListStatements(
      { client: redshift },
      { StatementName: `${stackName}:${leader}`, Status: 'ALL' },
    );
    for await (const { Statements = [] } of pages) {
      const [found] = Statements;
      if (found?.Id) return { statementId: found.Id, startedAt: found.CreatedAt ?? new Date() };
    }
    return undefined;
  },
  ended: async (Id) => {
    try {
      const { Status = '', ResultRows } = await redshift.send(new DescribeStatementCommand({ Id }));
      if (!ENDED.has(Status)) return undefined;
      return { statementId: Id, state: Status as EndedStatement['state'], rows: ResultRows };
    } catch (error) {
      if (error instanceof Error && error.name === 'ResourceNotFoundException') return 'forgotten';
      throw error;
    }
  },
  stop: (statementId) => stopStatement(redshift, statementId),
});
