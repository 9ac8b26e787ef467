import type { CountStatement } from './count-statement.ts';
import type { Limits } from './limits.ts';
import type { MoveLine } from './move-line.ts';
import { type SettleDeps, settle } from './settle.ts';
import { type Ending, hasEnded, type StatementRecord, type StatementStatus } from './statement-record.ts';
import type { Statements } from './statements.ts';

export interface EndStatementDeps extends SettleDeps {
  statements: Pick<Statements, 'end' | 'get' | 'close'>;
  limits: Pick<Limits, 'release'>;
  moveLine: MoveLine;
  count: CountStatement;
}

/** Ends a statement, and does all that its end brings with it; answers the record, undefined when there is none. */
export type EndStatement = (
  id: string,
  ending: Ending,
  from?: StatementStatus[],
) => Promise<StatementRecord | undefined>;

/** Does what is left of it for a statement that has ended. */
export type WrapUp = (statement: StatementRecord) => Promise<void>;

/**
 * The one way in which statements end: by Redshift's event, by their workflow's failure, by those who leave, or found by
 * reconcile. The end is written first, and decides; the members are told, the slots freed, the line moved on; and the
 * statement is closed last, so that whoever comes after a crash finds what is left to do. What goes wrong with one of
 * these hinders no other: a person who cannot be told keeps nobody's slots. It is counted when all who wait are served, and a count that fails fails nothing.
 */
export const statementEnd =
  (deps: EndStatementDeps): EndStatement =>
  async (id, ending, from) => {
    const record = (await deps.statements.end(id, ending, from)) ?? (await deps.statements.get(id));
    if (record) await wrapUp(deps)(record);
    return record;
  };

export const wrapUp =
  (deps: EndStatementDeps): WrapUp =>
  async (statement) => {
    if (!statement.open || !hasEnded(statement)) return;
    const failures: unknown[] = [];
    const steps = [
      () => settle(deps, statement),
      () => deps.limits.release(statement, deps.now()),
      () => deps.moveLine(statement),
    ];
    for (const step of steps) await step().catch((error) => failures.push(error));
    if (failures.length > 0) throw failures[0];
    await deps.count(statement);
    await deps.statements.close(statement.id);
  };
