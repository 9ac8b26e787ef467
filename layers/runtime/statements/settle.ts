import type { ErrorDetail } from '../contracts.ts';
import type { Change, RunKey } from '../run-record.ts';
import type { Runs } from '../runs.ts';
import type { TellRun } from '../tell-run.ts';
import type { StatementRecord } from './statement-record.ts';

export interface SettleDeps {
  runs: Pick<Runs, 'get' | 'transition'>;
  tell: TellRun;
  now(): Date;
}

/** How many members are dealt with at once. */
const AT_ONCE = 10;

/**
 * Brings the members of a statement to where it stands, and tells each owner. Members that are there already, have been
 * cancelled or were told before stay as they are, so this may be repeated. What goes wrong with one member hinders no
 * other; then the first error is thrown in the end.
 */
export const settle = async (deps: SettleDeps, statement: StatementRecord): Promise<void> => {
  const waiting = [...statement.members];
  const failures: unknown[] = [];
  const work = async (): Promise<void> => {
    for (let member = waiting.shift(); member; member = waiting.shift())
      await settleMember(deps, statement, member).catch((error) => failures.push(error));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  if (failures.length > 0) throw failures[0];
};

/** Brings one member to where its statement stands. */
export const settleMember = async (
  { runs, tell, now }: SettleDeps,
  statement: StatementRecord,
  member: RunKey,
): Promise<void> => {
  const change = changeOf(statement, now());
  if (!change) return;
  const record = (await runs.transition(member, change)) ?? (await runs.get(member));
  if (record) await tell(record);
};

/** What a member's run becomes of its statement; nothing while that is queued or abandoned. */
export const changeOf = (statement: StatementRecord, at: Date): Change | undefined => {
  const { status, statementId, createdAt, startedAt = createdAt, dataLoadedAt, rows } = statement;
  const common = { statementId, asOf: startedAt, dataLoadedAt, at };
  switch (status) {
    case 'queued':
    case 'abandoned':
      return undefined;
    case 'running':
    case 'succeeded':
      return { ...common, status, rows };
    case 'failed':
      return { ...common, status, error: statement.error };
    case 'cancelled':
      return statement.timedOut
        ? { ...common, status: 'failed', error: tooLong(statement) }
        : { ...common, status, stoppedBy: statement.stoppedBy };
  }
};

const tooLong = ({ timeoutSeconds }: StatementRecord): ErrorDetail => ({
  name: 'TimedOut',
  message: `The statement was stopped after ${duration(timeoutSeconds)}, the most that this report may take.`,
});

const duration = (seconds: number): string =>
  seconds % 60 === 0 ? `${seconds / 60} ${seconds === 60 ? 'minute' : 'minutes'}` : `${seconds} seconds`;
