import type { ErrorDetail, ErrorName } from '@readout/runtime/contracts.ts';
import type { Log } from '@readout/runtime/logger.ts';
import { parse } from '@readout/runtime/parse.ts';
import type { RunKey } from '@readout/runtime/run-record.ts';
import type { Runs } from '@readout/runtime/runs.ts';
import type { EndStatement } from '@readout/runtime/statements/end-statement.ts';
import type { HowItEnded } from '@readout/runtime/statements/how-it-ended.ts';
import { type SettleDeps, settle } from '@readout/runtime/statements/settle.ts';
import type { Statements } from '@readout/runtime/statements/statements.ts';
import { leaderOf, NotifyEvent, type StatementDetail } from './events.ts';

interface Deps extends SettleDeps {
  runs: Pick<Runs, 'get' | 'transition'>;
  statements: Pick<Statements, 'get'>;
  end: EndStatement;
  howItEnded: HowItEnded;
  log: Log;
}

/**
 * Tells people how their runs stand: when Redshift reports the end of a statement, which is recorded first, and when
 * the workflow has decided something. An event that comes twice, late or before its statement was recorded does no
 * harm: records move forward only, and each state is told once. Throws whatever goes wrong, so that Lambda tries again
 * and keeps in the dead-letter queue what it cannot deliver.
 */
export const notify =
  (deps: Deps) =>
  async (input: unknown): Promise<void> => {
    const event = parse(NotifyEvent, input);
    if ('detail' in event) await ended(deps, event.detail);
    else if ('statement' in event) await runs(deps, event.statement);
    else if ('failure' in event) await failed(deps, event, event.failure as ErrorDetail, event.execution);
    else await tell(deps, event);
  };

const ended = async ({ end, howItEnded, log }: Deps, detail: StatementDetail): Promise<void> => {
  const id = leaderOf(detail);
  if (!(await end(id, await howItEnded(id, detail))))
    log.warn('There is no statement of this name.', { runId: id });
};

const runs = async (deps: Deps, id: string): Promise<void> => {
  const statement = await deps.statements.get(id);
  if (statement) await settle(deps, statement);
};

/**
 * The workflow could not send the statement: then it has failed for all of its members. A run that is not admitted yet
 * fails alone; one that is another statement's member by now is not this failure's.
 */
const failed = async (
  deps: Deps,
  run: RunKey,
  error: ErrorDetail,
  execution: string | undefined,
): Promise<void> => {
  const at = deps.now();
  if (await deps.end(run.runId, { status: 'failed', at, error }, ['queued', 'abandoned'])) return;
  await deps.runs.transition(
    run,
    { status: 'failed', at, error: { ...error, name: error.name as ErrorName }, execution },
    ({ status, statement }) => status === 'queued' && statement === undefined,
  );
  await tell(deps, run);
};

const tell = async (deps: Deps, key: RunKey): Promise<void> => {
  const record = await deps.runs.get(key);
  if (record) await deps.tell(record);
  else deps.log.warn('There is no run to tell about.', { runId: key.runId });
};
