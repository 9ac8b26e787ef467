import type { LaunchRun } from '../launch-run.ts';
import type { Log } from '../logger.ts';
import type { Runs } from '../runs.ts';
import type { Limits } from './limits.ts';
import { type Entrant, type Line, personOf, reportOf, type Waiting } from './line.ts';
import type { StatementRecord } from './statement-record.ts';
import type { TellPlace } from './tell-place.ts';

export interface MoveLineDeps {
  limits: Pick<Limits, 'take'>;
  line: Pick<Line, 'of' | 'leave' | 'tell'>;
  runs: Pick<Runs, 'get'>;
  launch: LaunchRun;
  tellPlace: TellPlace;
  log: Log;
  now(): Date;
}

/** Lets those begin who waited for the slots of a statement that has ended, and tells the others where they stand now. */
export type MoveLine = (ended: Pick<StatementRecord, 'owner' | 'report'>) => Promise<void>;

/** The places that are kept up to date with every end; who stands behind learns theirs from reconcile. */
const TOLD = 10;
/**
 * Who was told less than so many milliseconds ago is not told again yet. Else what is said of a line that moves fast
 * slows it down, until it moves no more.
 */
const PAUSE = 10_000;

/**
 * Goes along the line of the report and that of the person until no slot is left. Who waits for another slot as well does
 * not hold up those behind. Slots are taken and the place in line given up in one write, so that two who move the line
 * at once let nobody in twice; should the workflow not start then, reconcile starts it.
 */
export const lineMover =
  (deps: MoveLineDeps): MoveLine =>
  async ({ owner, report }) => {
    const full = new Set<string>();
    const left = new Map<string, Waiting>();
    for (const limit of [reportOf(report), personOf(owner)])
      for (const entrant of await advance(deps, limit, full)) left.set(entrant.id, entrant);
    const earlier = new Date(deps.now().getTime() - PAUSE).toISOString();
    for (const entrant of left.values())
      if (entrant.toldAt <= earlier && (await deps.line.tell(entrant, deps.now())))
        await deps.tellPlace(entrant);
  };

/** Lets those in one line begin who may; answers who stands in front then. */
const advance = async (deps: MoveLineDeps, limit: string, full: Set<string>): Promise<Waiting[]> => {
  const left: Waiting[] = [];
  for await (const entrant of deps.line.of(limit)) {
    if (full.has(limit) && left.length >= TOLD) break;
    if (await mayNotBegin(deps, entrant, full)) left.push(entrant);
  }
  return left.slice(0, TOLD);
};

/** Nobody overtakes who waits for the same slots, though one becomes free meanwhile. */
const mayNotBegin = async (deps: MoveLineDeps, entrant: Entrant, full: Set<string>): Promise<boolean> => {
  const [person, report] = [personOf(entrant.owner), reportOf(entrant.report)];
  if (full.has(person) || full.has(report)) return true;
  const admission = await deps.limits.take(entrant, { fromLine: true });
  if (admission === 'taken') await begin(deps, entrant);
  if (admission === 'gone') await deps.line.leave(entrant);
  if (admission === 'person') full.add(person);
  if (admission === 'report') full.add(report);
  return admission === 'person' || admission === 'report';
};

const begin = async ({ runs, launch, log }: MoveLineDeps, { id, owner }: Entrant): Promise<void> => {
  const leader = await runs.get({ owner, runId: id });
  if (!leader) return;
  await launch(leader).catch((error) => log.warn(`The workflow of run ${id} did not start yet.`, error));
};
