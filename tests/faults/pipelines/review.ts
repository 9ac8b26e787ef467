import type { Review } from '../simulate.ts';
import type { Statement } from '../world/warehouse.ts';
import type { World } from '../world/world.ts';
import type { PipelinePage } from './page.ts';

// biome-ignore lint/suspicious/noExplicitAny: items are whatever the application wrote
type Item = Record<string, any>;

const TABLE = 'readout-PipelineRunsTable';
const FINAL = ['succeeded', 'failed', 'cancelled'];
/** A batch that nobody wants any more is stopped within this, in milliseconds: reconcile comes once a minute. */
const STOPPED_WITHIN = 5 * 60_000;

export interface History {
  /** What went backwards, in words. */
  steps: string[];
  /** By runId. */
  lives: Map<string, Life>;
}

/** When a run was begun and when it ended, in milliseconds of the world's time. */
interface Life {
  pipeline: string;
  from: number;
  to?: number;
}

export const isFinal = ({ status }: Item): boolean => FINAL.includes(status);

/** Without the locks, which are items of the same table. */
export const pipelineRunsIn = ({ tables }: World): Item[] =>
  tables.itemsOf(TABLE).filter(({ holder }) => holder === undefined);

/** Watches every write of runs. */
export const watchPipelineRuns = ({ tables, time, trace }: World): History => {
  const history: History = { steps: [], lives: new Map() };
  tables.watch(TABLE, (after, before) => {
    if (!after || after.holder !== undefined) return;
    const { runId, pipeline, status, version } = after;
    trace(`pipeline run ${runId} ${status} ${version}`);
    const life: Life = history.lives.get(runId) ?? { pipeline, from: time.now() };
    if (isFinal(after) && life.to === undefined) life.to = time.now();
    history.lives.set(runId, life);
    if (before && version < before.version) history.steps.push(`${runId} went back to version ${version}`);
    if (before && isFinal(before) && status !== before.status)
      history.steps.push(`${runId} was ${before.status} and then ${status}`);
  });
  return history;
};

/** Holds everything that must be so of pipelines against what is, once all has come to rest. */
export const reviewPipelines = (world: World, pages: PipelinePage[], history: History): Review => {
  const runs = pipelineRunsIn(world);
  const open = pages.filter((page) => page.open);
  const neverAnswered = runs.filter((run) => open.some((page) => !page.knows(run)));
  const withoutFinalState = runs.filter((run) => !isFinal(run));
  const begun = new Set(runs.map(({ runId }) => runId));
  const lost = pages.flatMap(({ accepted }) => [...accepted].filter((runId) => !begun.has(runId)));
  const violations = [
    ...history.steps,
    ...pages.flatMap(({ steps }) => steps),
    ...lost.map((runId) => `${runId} was accepted and is not on record`),
    ...neverAnswered.map(({ runId, status }) => `a page does not know that ${runId} is ${status}`),
    ...withoutFinalState.map(({ runId, status }) => `${runId} stays ${status}`),
    ...runs.filter((run) => run.open).map(({ runId }) => `${runId} is not done with`),
    ...runs.flatMap((run) => reviewScripts(run, world.warehouse.statements)),
    ...reviewStatements(world, history),
    ...reviewAlone(history),
    ...world.tables.itemsOf(TABLE).flatMap(({ runId, holder }) => (holder ? [`${runId} is held`] : [])),
  ];
  const twice = begunTwice(world.warehouse.statements);
  return {
    runs: runs.length,
    losses: {
      neverAnswered: neverAnswered.length,
      answeredTwice: 0,
      answeredToOthers: 0,
      runTwice: twice.length,
      withoutFinalState: withoutFinalState.length,
    },
    violations: [...violations, ...twice.map((name) => `${name} was sent twice`)],
  };
};

/** What a script is said to be is what its batch was. */
const reviewScripts = ({ runId, status, scripts }: Item, statements: Statement[]): string[] => {
  const all = Object.entries(scripts as Record<string, Item>);
  const wrong = all.flatMap(([name, script]) => {
    const batch = statements.find((one) => one.name.endsWith(`:${runId}/${name}`));
    if (!['succeeded', 'failed', 'cancelled', 'skipped'].includes(script.status))
      return [`${name} of ${runId} stays ${script.status}`];
    if (script.status === 'succeeded' && batch?.status !== 'FINISHED')
      return [`${name} of ${runId} has succeeded with a batch that ${batch?.status}`];
    if (script.status === 'skipped' && batch) return [`${name} of ${runId} was skipped and sent`];
    return [];
  });
  const were = (...known: string[]): boolean => all.every(([, script]) => known.includes(script.status));
  if (status === 'succeeded' && !were('succeeded', 'skipped'))
    return [...wrong, `${runId} has succeeded, and not all of its scripts`];
  if (status === 'failed' && were('succeeded'))
    return [...wrong, `${runId} has failed, and all of its scripts have succeeded`];
  return wrong;
};

/** Names of batches that Redshift has begun more than once. */
const begunTwice = (statements: Statement[]): string[] => {
  const names = statements.map(({ name }) => name);
  return [...new Set(names.filter((name, at) => names.indexOf(name) !== at))];
};

/** No batch runs on when its run has ended. */
const reviewStatements = ({ warehouse }: World, { lives }: History): string[] =>
  warehouse.statements.flatMap(({ id, name, status, createdAt, updatedAt }) => {
    if (status === 'STARTED') return [`${id} still runs in Redshift`];
    const ended = lives.get(/:([^/]+)\//.exec(name)?.[1] ?? '')?.to;
    return ended !== undefined && updatedAt - Math.max(ended, createdAt) > STOPPED_WITHIN
      ? [`${id} ran on for ${updatedAt - ended} ms when its run had ended`]
      : [];
  });

/** A pipeline that runs alone never ran twice at once. */
const reviewAlone = ({ lives }: History): string[] => {
  const alone = [...lives].filter(([, { pipeline }]) => ['alone', 'following'].includes(pipeline));
  return alone.flatMap(([runId, one]) =>
    alone
      .filter(
        ([other, life]) =>
          other !== runId &&
          life.pipeline === one.pipeline &&
          life.from <= one.from &&
          (life.to ?? Number.POSITIVE_INFINITY) > one.from,
      )
      .map(([other]) => `${runId} of ${one.pipeline} ran beside ${other}`),
  );
};
