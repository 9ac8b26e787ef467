import type { RunKey } from '@readout/runtime/run-record.ts';
import type { Runs } from '@readout/runtime/runs.ts';
import type { LeaveStatement } from '@readout/runtime/statements/leave-statement.ts';
import { changeOf } from '@readout/runtime/statements/settle.ts';
import type { Shares } from '@readout/runtime/statements/shares.ts';
import { isInFlight, type StatementRecord } from '@readout/runtime/statements/statement-record.ts';
import type { Statements } from '@readout/runtime/statements/statements.ts';
import type { AdmitRunEvent, Decision } from './admit-run-event.ts';
import { membershipOf } from './membership.ts';

export interface ShareDeps {
  runs: Pick<Runs, 'attach' | 'transition'>;
  statements: Pick<Statements, 'get' | 'join'>;
  leave: LeaveStatement;
  shares: Pick<Shares, 'leader'>;
  mostRows: number;
  now(): Date;
}

/** Redshift keeps a result for 24 hours; in milliseconds, with an hour to read it in. */
const KEPT = 23 * 3600_000;

/**
 * Makes a run a member of the statement that equal runs share, or gives it that one's result while it may be reused.
 * Answers undefined when there is none of use. `found` is the leader that was looked at.
 */
export const share = async (
  deps: ShareDeps,
  event: AdmitRunEvent,
): Promise<{ decision?: Decision; found?: string }> => {
  const { key } = event.admission;
  if (key === undefined) return {};
  const found = await deps.shares.leader(key);
  if (event.fresh || found === undefined) return { found };
  const statement = await deps.statements.get(found);
  if (!statement || statement.key !== key) return { found };
  if (isReusable(statement, deps.now())) return { found, decision: await reuse(deps, event, statement) };
  if (isInFlight(statement)) return { found, decision: await join(deps, event, found, key) };
  return { found };
};

const isReusable = (
  { status, endedAt = '', createdAt, cacheSeconds = 0 }: StatementRecord,
  now: Date,
): boolean =>
  status === 'succeeded' &&
  now.getTime() < Math.min(Date.parse(endedAt) + cacheSeconds * 1000, Date.parse(createdAt) + KEPT);

const reuse = async (
  deps: ShareDeps,
  event: AdmitRunEvent,
  statement: StatementRecord,
): Promise<Decision> => {
  const run = runOf(event);
  const change = changeOf(statement, deps.now());
  if (!change || !(await deps.runs.attach(run, membershipOf(event, statement.id, deps.mostRows))))
    return 'ended';
  return (await deps.runs.transition(run, change)) ? 'reused' : 'ended';
};

/** Who has joined is found by the statement's end. A run that was cancelled meanwhile leaves again. */
const join = async (
  deps: ShareDeps,
  event: AdmitRunEvent,
  leader: string,
  key: string,
): Promise<Decision | undefined> => {
  const run = runOf(event);
  const statement = await deps.statements.join(leader, key, run);
  if (!statement) return undefined;
  if (!(await deps.runs.attach(run, membershipOf(event, leader, deps.mostRows)))) {
    await deps.leave(leader, run);
    return 'ended';
  }
  const change = changeOf(statement, deps.now());
  if (change) await deps.runs.transition(run, change);
  return 'joined';
};

const runOf = ({ caller, runId }: AdmitRunEvent): RunKey => ({ owner: caller.id, runId });
