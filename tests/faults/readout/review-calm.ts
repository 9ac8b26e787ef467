import type { FaultPlan } from '../../../local/faults/plan.ts';
import type { Script } from '../script.ts';
import type { Statement } from '../world/warehouse.ts';
import type { World } from '../world/world.ts';
import type { History } from './history.ts';
import type { ReadoutPage } from './page.ts';
import { runsIn } from './review.ts';
import type { Caps } from './review-caps.ts';

// biome-ignore lint/suspicious/noExplicitAny: items are whatever the application wrote
type Item = Record<string, any>;

/** Within this, in milliseconds, things happen by themselves: reconcile comes once a minute only. */
const soon = 10_000;
/** The share of changes that may be told twice. */
const often = 0.05;
/** What a run ends with for want of an answer. */
const ours = ['Unavailable', 'InternalError'];

/** Nothing goes wrong, and every page stays open and on the network: one that was away cannot be prompt. */
export const isCalm = ({ seed: _seed, ...faults }: FaultPlan, { actions }: Script): boolean =>
  Object.values(faults).every((fault) => fault === 0) &&
  actions.every(({ deed }) => deed.do === 'run' || deed.do === 'cancel');

/** Where nothing goes wrong, nothing fails for it, nobody waits for what is there, and little is told twice. */
export const reviewCalm = (world: World, pages: ReadoutPage[], history: History, caps: Caps): string[] => {
  const runs = runsIn(world);
  const statements = world.warehouse.statements;
  return [
    ...runs
      .filter(({ error }) => ours.includes(error?.name))
      .map(({ runId, error }) => `${runId} ${error.name}`),
    ...runs.flatMap((run) => reviewEnd(run, pages, history, statements)),
    ...statements.flatMap((statement) => reviewStop(statement, history)),
    ...reviewRepeats(pages),
    ...reviewSharing(runs, statements, world),
    ...reviewLine(runs, statements, caps),
  ];
};

const leaderOf = ({ name }: Statement): string => name.slice(name.indexOf(':') + 1);

/** A statement's end is a run's end, and every page shows it. */
const reviewEnd = (
  run: Item,
  pages: ReadoutPage[],
  { ended }: History,
  statements: Statement[],
): string[] => {
  const { runId, owner, statement, status } = run;
  const at = ended.get(runId) ?? 0;
  const done = statements.find((one) => leaderOf(one) === statement)?.updatedAt ?? 0;
  const late = pages.filter(
    ({ seat, sawEnd }) =>
      seat.person === owner && (sawEnd.get(runId) ?? Number.POSITIVE_INFINITY) - at > soon,
  );
  return [
    ...(status !== 'cancelled' && at - Math.max(done, Date.parse(run.createdAt)) > soon
      ? [`${runId} ended ${at - done} ms after its statement`]
      : []),
    ...late.map(({ seat }) => `${seat.device} saw the end of ${runId} late`),
  ];
};

/** What nobody waits for is stopped. */
const reviewStop = (statement: Statement, { abandoned }: History): string[] => {
  const left = abandoned.get(leaderOf(statement));
  if (left === undefined) return [];
  const ranOn = statement.updatedAt - Math.max(left, statement.createdAt);
  return ranOn > soon ? [`${statement.id} ran on for ${ranOn} ms when nobody waited for it`] : [];
};

/**
 * A page hears of a change once, and once more as the answer to what it asked. Now and then two who tell it at one moment
 * both do; that is seldom.
 */
const reviewRepeats = (pages: ReadoutPage[]): string[] => {
  const all = pages.flatMap(({ pushes }) => [...pushes]);
  const repeated = all.filter(([what, count]) => count > (what.endsWith('asked') ? 2 : 1));
  return repeated.length > 3 + all.length * often
    ? [`${repeated.length} of ${all.length} changes were told again`]
    : [];
};

/** Of what is shared no two equal ones run at once, unless somebody wanted it fresh or left it. */
const reviewSharing = (runs: Item[], statements: Statement[], { tables }: World): string[] => {
  const keys = new Map(tables.itemsOf('readout-StatementsTable').map(({ id, key }) => [id, key]));
  const special = new Set(
    runs
      .filter(({ fresh, status }) => fresh || status === 'cancelled')
      .flatMap(({ runId, statement }) => [keys.get(runId), keys.get(statement)]),
  );
  return statements.flatMap((one) => {
    const key = keys.get(leaderOf(one));
    if (key === undefined || special.has(key)) return [];
    const beside = statements.filter(
      (other) =>
        other !== one &&
        keys.get(leaderOf(other)) === key &&
        other.createdAt <= one.createdAt &&
        other.updatedAt > one.createdAt,
    );
    return beside.map((other) => `${one.id} ran beside the equal ${other.id}`);
  });
};

/** Nobody stands in line for longer than they must: while a leader waits, its person or its report has no slot free. */
const reviewLine = (runs: Item[], statements: Statement[], { perPerson, perReport }: Caps): string[] => {
  const byId = new Map(runs.map((run) => [run.runId, run]));
  const led = statements.flatMap((statement) => {
    const run = byId.get(leaderOf(statement));
    return run ? [{ statement, run }] : [];
  });
  return led.flatMap(({ statement, run }) => {
    const from = Date.parse(run.createdAt);
    const moments = [...new Set(led.flatMap(({ statement: one }) => [one.createdAt, one.updatedAt]))]
      .filter((moment) => moment > from && moment < statement.createdAt)
      .sort((a, b) => a - b);
    let free = 0;
    for (const [index, begin] of [from, ...moments].entries()) {
      const end = moments[index] ?? statement.createdAt;
      const running = led.filter(({ statement: one }) => one.createdAt <= begin && one.updatedAt > begin);
      const own = running.filter((other) => other.run.owner === run.owner).length;
      const same = running.filter((other) => other.run.report === run.report).length;
      free = own < perPerson && same < perReport ? free + end - begin : 0;
      if (free > soon) return [`${run.runId} stood in line for ${free} ms while a slot was free`];
    }
    return [];
  });
};
