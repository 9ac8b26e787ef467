import type { Design } from '../simulate.ts';
import { readDeployment } from '../world/deployment.ts';
import type { World } from '../world/world.ts';
import { PipelinePage } from './page.ts';
import { pipelineObjects } from './pipelines.ts';
import { type History, isFinal, pipelineRunsIn, reviewPipelines, watchPipelineRuns } from './review.ts';
import { pipelineTrials } from './trial.ts';

/** Readout's pipelines as template.yaml has them, in a world. */
export const pipelinesDesign = async (
  projectDir: string,
  buildDir: string,
): Promise<Design<PipelinePage>> => {
  const deployment = await readDeployment({ projectDir, buildDir });
  // A bucket is called by its logical id here, which is no name of a bucket.
  for (const { environment } of deployment.functions)
    if (environment.DATA_BUCKET) environment.DATA_BUCKET = 'data-bucket';
  const histories = new WeakMap<World, History>();
  const historyOf = (world: World): History => {
    const history = histories.get(world) ?? watchPipelineRuns(world);
    histories.set(world, history);
    return history;
  };
  return {
    name: 'pipelines',
    deployment,
    objects: pipelineObjects(),
    shipped: new Map(),
    trials: pipelineTrials,
    open: (world, seat) => {
      historyOf(world);
      return new PipelinePage(world, seat);
    },
    atRest,
    replay: (world) => void world.lambda.invoke('ReplayDeadLetters', {}),
    review: async (world, pages) => reviewPipelines(world, pages, historyOf(world)),
  };
};

/** Nothing is under way, in the records or on any page. */
const atRest = (world: World, pages: PipelinePage[]): boolean => {
  const runs = pipelineRunsIn(world);
  return (
    world.warehouse.statements.every(({ status }) => status !== 'STARTED') &&
    runs.every((run) => isFinal(run) && !run.open) &&
    pages.filter(({ open }) => open).every((page) => runs.every((run) => page.knows(run)))
  );
};
