import { type StopAbandonedDeps, stopAbandoned } from './leave-statement.ts';
import type { StatementRecord } from './statement-record.ts';
import type { Statements } from './statements.ts';

export interface StopForAllDeps extends StopAbandonedDeps {
  statements: Pick<Statements, 'get' | 'stop'>;
}

/** Stops a statement for all of its members. Answers the record as it is then, undefined when there is none. */
export type StopForAll = (id: string, stoppedBy: string) => Promise<StatementRecord | undefined>;

/**
 * Stopping is abandoning a statement whose members have not left it: nobody joins it any more, and its end, which Redshift
 * reports or reconcile finds, brings them all to where it then stands. One that was stopped or abandoned before is stopped
 * again, in case that went wrong.
 */
export const statementStopper =
  (deps: StopForAllDeps): StopForAll =>
  async (id, stoppedBy) => {
    const statement = (await deps.statements.stop(id, stoppedBy)) ?? (await deps.statements.get(id));
    if (statement?.status === 'abandoned') await stopAbandoned(deps, statement);
    return statement;
  };
