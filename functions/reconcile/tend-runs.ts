import type { Log } from '@readout/runtime/logger.ts';
import type { RunRecord } from '@readout/runtime/run-record.ts';
import type { Runs } from '@readout/runtime/runs.ts';
import { type SettleDeps, settleMember } from '@readout/runtime/statements/settle.ts';
import type { Statements } from '@readout/runtime/statements/statements.ts';
import { tryEach } from '@readout/runtime/try-each.ts';
import type { Task } from './reconcile.ts';
import type { Relaunch } from './relaunch.ts';

export interface TendRunsDeps extends SettleDeps {
  runs: SettleDeps['runs'] & Pick<Runs, 'openBefore'>;
  statements: Pick<Statements, 'get'>;
  relaunch: Relaunch;
  log: Log;
  now(): Date;
}

/** A run of this age, in milliseconds, would be a member of a statement if all had gone well. */
const AGE = 60_000;
const MOST = 1000;

/** Runs whose workflow never began or died early, and those that their statement has left behind. */
export const tendRuns = (deps: TendRunsDeps): Task => ({
  name: 'Runs',
  run: async () => {
    const open = await deps.runs.openBefore(new Date(deps.now().getTime() - AGE), MOST);
    const failures = await tryEach(
      deps.log,
      open,
      (run) => tend(deps, run),
      ({ runId }) => `The run ${runId}`,
    );
    if (failures > 0) throw new Error(`${failures} runs could not be reconciled.`);
  },
});

/** A leader's statement is the statements' task, whether or not the run says yet that it leads. */
const tend = async (deps: TendRunsDeps, run: RunRecord): Promise<void> => {
  const statement = await deps.statements.get(run.statement ?? run.runId);
  if (statement) return settleMember(deps, statement, run);
  if (run.statement === undefined && (await deps.relaunch(run))) return;
  const error = { name: 'Unavailable', message: 'The run could not be started. Run it again.' } as const;
  const failed = await deps.runs.transition(run, { status: 'failed', at: deps.now(), error });
  if (failed) await deps.tell(failed);
};
