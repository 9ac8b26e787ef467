import type { Log } from '@readout/runtime/logger.ts';
import { isOver } from '@readout/runtime/run-record.ts';
import type { Runs } from '@readout/runtime/runs.ts';
import type { EndStatement, WrapUp } from '@readout/runtime/statements/end-statement.ts';
import type { HowItEnded } from '@readout/runtime/statements/how-it-ended.ts';
import type { LeaveStatement } from '@readout/runtime/statements/leave-statement.ts';
import { type SettleDeps, settle } from '@readout/runtime/statements/settle.ts';
import type { StatementRecord } from '@readout/runtime/statements/statement-record.ts';
import type { Statements } from '@readout/runtime/statements/statements.ts';
import type { TellPlace } from '@readout/runtime/statements/tell-place.ts';
import { tryEach } from '@readout/runtime/try-each.ts';
import type { Warehouse } from './ask-redshift.ts';
import type { Task } from './reconcile.ts';
import type { Relaunch } from './relaunch.ts';

export interface TendStatementsDeps extends SettleDeps {
  statements: Pick<Statements, 'openBefore' | 'run' | 'name' | 'timeOut'>;
  runs: SettleDeps['runs'] & Pick<Runs, 'get'>;
  tellPlace: TellPlace;
  warehouse: Warehouse;
  howItEnded: HowItEnded;
  end: EndStatement;
  wrapUp: WrapUp;
  leave: LeaveStatement;
  relaunch: Relaunch;
  log: Log;
  now(): Date;
}

/** A statement of this age, in milliseconds, would have been heard of if all had gone well. */
const AGE = 60_000;
const MOST = 1000;

/** Statements whose event never came, whose workflow died, that nobody waits for, take too long, or ended half-way. */
export const tendStatements = (deps: TendStatementsDeps): Task => ({
  name: 'Statements',
  run: async () => {
    const open = await deps.statements.openBefore(new Date(deps.now().getTime() - AGE), MOST);
    const failures = await tryEach(
      deps.log,
      open,
      (statement) => tend(deps, statement),
      ({ id }) => `The statement ${id}`,
    );
    if (failures > 0) throw new Error(`${failures} statements could not be reconciled.`);
  },
});

const tend = async (deps: TendStatementsDeps, statement: StatementRecord): Promise<void> => {
  switch (statement.status) {
    case 'queued':
      if (await forsaken(deps, statement)) return;
      if (await deps.tellPlace(statement)) return;
      return unsent(deps, statement);
    case 'running':
      if (await forsaken(deps, statement)) return;
      return sent(deps, statement);
    case 'abandoned':
      return abandoned(deps, statement);
    default:
      return deps.wrapUp(statement);
  }
};

/**
 * Its members were all cancelled, but not all of them got as far as leaving it; or the last one left and got no further,
 * when the leader, whoever it waits for now, leaves once more for it.
 */
const forsaken = async (
  { runs, leave }: TendStatementsDeps,
  { id, owner, members }: StatementRecord,
): Promise<boolean> => {
  for (const member of members) {
    const run = await runs.get(member);
    if (run && !isOver(run)) return false;
  }
  for (const member of members.length > 0 ? members : [{ owner, runId: id }]) await leave(id, member);
  return true;
};

/** Sent without being recorded, or not sent: its workflow died, or never began. */
const unsent = async (deps: TendStatementsDeps, { id, owner }: StatementRecord): Promise<void> => {
  const found = await deps.warehouse.find(id);
  const running = found && (await deps.statements.run(id, found.statementId, found.startedAt));
  if (running) {
    await settle(deps, running);
    return sent(deps, running);
  }
  if (await deps.relaunch({ owner, runId: id })) return;
  const error = { name: 'Unavailable', message: 'The run could not be started. Run it again.' } as const;
  await deps.end(id, { status: 'failed', at: deps.now(), error }, ['queued']);
};

/** Ended, and its event was lost; or still at it, perhaps for too long. */
const sent = async (deps: TendStatementsDeps, statement: StatementRecord): Promise<void> => {
  const { id, statementId = '', startedAt = '', timeoutSeconds } = statement;
  const ended = await deps.warehouse.ended(statementId);
  if (ended === 'forgotten') {
    const error = {
      name: 'ResultExpired',
      message: 'Redshift remembers the statement no more. Run it again.',
    } as const;
    await deps.end(id, { status: 'failed', at: deps.now(), error });
  } else if (ended) await deps.end(id, await deps.howItEnded(id, ended));
  else if (deps.now().getTime() > Date.parse(startedAt) + timeoutSeconds * 1000) {
    await deps.statements.timeOut(id);
    await deps.warehouse.stop(statementId);
  }
};

/** Nobody waits for it: it is stopped again until it has ended. */
const abandoned = async (deps: TendStatementsDeps, statement: StatementRecord): Promise<void> => {
  const { id } = statement;
  const statementId = statement.statementId ?? (await deps.warehouse.find(id))?.statementId;
  const ended = statementId === undefined ? 'forgotten' : await deps.warehouse.ended(statementId);
  if (ended === 'forgotten') await deps.end(id, { status: 'cancelled', at: deps.now() });
  else if (ended) await deps.end(id, await deps.howItEnded(id, ended));
  else if (statementId !== undefined) {
    await deps.statements.name(id, statementId);
    await deps.warehouse.stop(statementId);
  }
};
