import type { LaunchRun } from '../launch-run.ts';
import type { Log } from '../logger.ts';
import type { Runs } from '../runs.ts';
import type { TellRun } from '../tell-run.ts';
import { type Entrant, type Limits, placeIn } from './limits.ts';
import type { Statements } from './statements.ts';

export interface MoveLineDeps {
  limits: Pick<Limits, 'line' | 'take' | 'leaveLine'>;
  statements: Pick<Statements, 'get'>;
  runs: Pick<Runs, 'get' | 'place'>;
  launch: LaunchRun;
  tell: TellRun;
  log: Log;
  now(): Date;
}

/** Lets those in line begin who may, and tells the others where they stand now. */
export type MoveLine = () => Promise<void>;

/** The places that are kept up to date; who stands behind learns theirs when they come nearer. */
const TOLD = 25;

/**
 * Goes along the line once. Who waits for a slot of their own does not hold up those behind. Slots are taken and the
 * place in line given up in one write, so that two who move the line at once let nobody in twice; should the workflow
 * not start then, reconcile starts it.
 */
export const lineMover =
  (deps: MoveLineDeps): MoveLine =>
  async () => {
    const full = new Set<string>();
    const left: Entrant[] = [];
    for (const entrant of await deps.limits.line()) {
      const { owner, report } = entrant;
      if (full.has(`person ${owner}`) || full.has(`report ${report}`)) left.push(entrant);
      else {
        const admission = await deps.limits.take(entrant, { fromLine: true });
        if (admission === 'taken') await begin(deps, entrant);
        if (admission === 'gone') await deps.limits.leaveLine(entrant);
        if (admission === 'person') full.add(`person ${owner}`);
        if (admission === 'report') full.add(`report ${report}`);
        if (admission === 'person' || admission === 'report') left.push(entrant);
      }
    }
    for (const at of left.slice(0, TOLD).keys()) await tellPlace(deps, left, at);
  };

const begin = async ({ runs, launch, log }: MoveLineDeps, { id, owner }: Entrant): Promise<void> => {
  const leader = await runs.get({ owner, runId: id });
  if (!leader) return;
  await launch(leader).catch((error) => log.warn(`The workflow of run ${id} did not start yet.`, error));
};

/** All members of a statement that waits wait at its place. */
const tellPlace = async (
  { statements, runs, tell, now }: MoveLineDeps,
  line: Entrant[],
  at: number,
): Promise<void> => {
  const statement = await statements.get(line[at]?.id ?? '');
  for (const member of statement?.members ?? []) {
    const moved = await runs.place(member, placeIn(line, at), now());
    if (moved) await tell(moved);
  }
};
