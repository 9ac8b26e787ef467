import type { RedshiftDataClient } from '@aws-sdk/client-redshift-data';
import type { RunKey } from '../run-record.ts';
import type { EndStatement } from './end-statement.ts';
import type { Line } from './line.ts';
import type { StatementRecord } from './statement-record.ts';
import type { Statements } from './statements.ts';
import { stopStatement } from './stop-statement.ts';

export interface StopAbandonedDeps {
  line: Pick<Line, 'leave'>;
  end: EndStatement;
  redshift: RedshiftDataClient;
  now(): Date;
}

export interface LeaveStatementDeps extends StopAbandonedDeps {
  statements: Pick<Statements, 'leave'>;
}

/** Takes a run out of a statement; nothing happens when it is no member of it. */
export type LeaveStatement = (id: string, member: RunKey) => Promise<void>;

/**
 * Cancelling shared work is leaving it. The last one out abandons the statement: it is cancelled in Redshift, whose event
 * ends it; one that stands in line is ended at once. One that is on its way to Redshift is stopped by its workflow when
 * that records it, and by reconcile when the workflow does not.
 */
export const statementLeaver =
  (deps: LeaveStatementDeps): LeaveStatement =>
  async (id, member) => {
    const abandoned = await deps.statements.leave(id, member);
    if (abandoned) await stopAbandoned(deps, abandoned);
  };

/** Stops an abandoned statement in Redshift or takes it out of the line. It may be repeated. */
export const stopAbandoned = async (deps: StopAbandonedDeps, statement: StatementRecord): Promise<void> => {
  const { id, statementId } = statement;
  if (statementId !== undefined) await stopStatement(deps.redshift, statementId);
  else if (await deps.line.leave(statement))
    await deps.end(id, { status: 'cancelled', at: deps.now() }, ['abandoned']);
};
