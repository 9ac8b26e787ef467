import { ReportChanged, TooManyRuns, Unavailable } from '@readout/runtime/errors.ts';
import { parse } from '@readout/runtime/parse.ts';
import type { RunKey } from '@readout/runtime/run-record.ts';
import type { Runs } from '@readout/runtime/runs.ts';
import type { Limits } from '@readout/runtime/statements/limits.ts';
import { type Line, personOf } from '@readout/runtime/statements/line.ts';
import { changeOf } from '@readout/runtime/statements/settle.ts';
import type { Shares } from '@readout/runtime/statements/shares.ts';
import type { StatementRecord } from '@readout/runtime/statements/statement-record.ts';
import type { Statements } from '@readout/runtime/statements/statements.ts';
import { AdmitRunEvent, type Decision } from './admit-run-event.ts';
import { type BudgetDeps, budgetFor } from './budgets.ts';
import { membershipOf } from './membership.ts';
import { type NoteLoadsDeps, noteLoads } from './note-loads.ts';
import { type ShareDeps, share } from './share.ts';

interface Deps extends BudgetDeps, ShareDeps, NoteLoadsDeps {
  runs: ShareDeps['runs'] & Pick<Runs, 'get' | 'place'>;
  statements: Pick<Statements, 'get' | 'create' | 'retract' | 'join' | 'rekey' | 'noteLoad'>;
  shares: Pick<Shares, 'leader' | 'claim'>;
  limits: Pick<Limits, 'spent' | 'take'>;
  line: Pick<Line, 'stand' | 'leave' | 'length' | 'placeOf'>;
  /** The most statements of one person in line. */
  queuedPerPerson: number;
  /** How long a statement may take when its report does not say, in seconds. */
  timeoutSeconds: number;
}

export interface Admitted {
  decision: Decision;
}

/** How often another run may be faster to lead the same work. */
const ATTEMPTS = 5;
/** How long a statement is remembered, in seconds: as long as a run. */
const KEPT = 30 * 24 * 3600;

/**
 * Decides what becomes of a run whose statement is ready: it shares one, reuses a result, is sent to Redshift, or stands
 * in line. A second start of its workflow finds what the first one decided and goes on from there. Throws BudgetSpent,
 * TooManyRuns, ReportChanged, and Unavailable when others are always faster.
 */
export const admitRun =
  (deps: Deps) =>
  async (input: unknown): Promise<Admitted> => {
    const event = parse(AdmitRunEvent, input);
    const own = await deps.statements.get(event.runId);
    const decision = own ? await again(deps, event, own) : await first(deps, event);
    if (decision === 'execute') await noteLoads(deps, event);
    return { decision };
  };

const first = async (deps: Deps, event: AdmitRunEvent): Promise<Decision> => {
  const run = await deps.runs.get(runOf(event));
  if (run?.status !== 'queued') return 'ended';
  if (run.statement !== undefined) return member(deps, run, run.statement);
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const { decision, found } = await share(deps, event);
    if (decision) return decision;
    const statement = await lead(deps, event, found);
    if (statement) return takeSlots(deps, event, statement);
  }
  throw new Unavailable('Too many ask for the same at once. Try again in a moment.');
};

/** It is a member already: what its statement has come to since may not have reached it. */
const member = async (deps: Deps, run: RunKey, id: string): Promise<Decision> => {
  const statement = await deps.statements.get(id);
  const change = statement && changeOf(statement, deps.now());
  if (change) await deps.runs.transition(run, change);
  return 'joined';
};

/** Makes the run the leader of a statement of its own; undefined when another run leads the same work by now. */
const lead = async (
  deps: Deps,
  event: AdmitRunEvent,
  found: string | undefined,
): Promise<StatementRecord | undefined> => {
  const statement = await newStatement(deps, event);
  await deps.statements.create(statement);
  const { key } = event.admission;
  if (key === undefined || (await deps.shares.claim(key, statement.id, found, deps.now()))) return statement;
  return (await deps.statements.retract(statement.id, runOf(event))) ? undefined : statement;
};

const newStatement = async (deps: Deps, event: AdmitRunEvent): Promise<StatementRecord> => {
  const { runId, report, admission } = event;
  const { key, cacheSeconds, timeoutSeconds = deps.timeoutSeconds, isFile } = admission;
  await requireRoom(deps, event.caller.id);
  const budget = await budgetFor(deps, event);
  const now = deps.now();
  return {
    id: runId,
    status: 'queued',
    owner: event.caller.id,
    report,
    ...(key !== undefined && { key, cacheSeconds }),
    members: [runOf(event)],
    createdAt: now.toISOString(),
    timeoutSeconds: Math.min(timeoutSeconds, deps.timeoutSeconds),
    budget,
    ...(isFile && { isFile }),
    open: true,
    expiresAt: Math.floor(now.getTime() / 1000) + KEPT,
  };
};

/** Asked before anybody can join: a refusal is for its leader alone. */
const requireRoom = async ({ line, queuedPerPerson }: Deps, person: string): Promise<void> => {
  const length = await line.length(personOf(person));
  if (length >= queuedPerPerson)
    throw new TooManyRuns(`You have ${length} runs waiting already. Let some of them end first.`);
};

/**
 * The workflow was started again: by Step Functions, because the line has moved on, or by reconcile. Should the report
 * have changed, then what others joined is no more; who leads alone goes on with what it says now.
 */
const again = async (deps: Deps, event: AdmitRunEvent, own: StatementRecord): Promise<Decision> => {
  const { key } = event.admission;
  if (own.status !== 'queued') return 'ended';
  if (own.key !== key && !(await deps.statements.rekey(own.id, key, runOf(event))))
    throw new ReportChanged('The report was changed while the run waited. Run it again.');
  const decision = await takeSlots(deps, event, own);
  if (decision === 'execute') await deps.line.leave(own);
  return decision;
};

/** A leader that was cancelled leaves its statement to the other members, if there are any. */
const takeSlots = async (deps: Deps, event: AdmitRunEvent, statement: StatementRecord): Promise<Decision> => {
  const run = runOf(event);
  if (!(await deps.runs.attach(run, membershipOf(event, statement.id, deps.mostRows))))
    await deps.leave(statement.id, run);
  const admission = await deps.limits.take(statement);
  if (admission === 'gone') return 'ended';
  if (admission === 'taken') return 'execute';
  return standInLine(deps, run, statement);
};

/**
 * A slot may become free between the last look and the place in line, when nobody sees that one waits: so it looks once
 * more from its place.
 */
const standInLine = async (deps: Deps, run: RunKey, statement: StatementRecord): Promise<Decision> => {
  await deps.line.stand(statement, deps.now());
  const admission = await deps.limits.take(statement, { fromLine: true });
  if (admission === 'taken') return 'execute';
  if (admission === 'gone') {
    await deps.line.leave(statement);
    return 'ended';
  }
  const place = await deps.line.placeOf(statement);
  if (place !== undefined) await deps.runs.place(run, place, deps.now());
  return 'waiting';
};

const runOf = ({ caller, runId }: AdmitRunEvent): RunKey => ({ owner: caller.id, runId });
