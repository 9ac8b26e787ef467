import { type Observable, pipelineRunStore, type RestClient, subject } from '@readout/client';
import type { Inputs, Pipeline, PipelineRun } from '@readout/runtime/contracts.ts';

export interface Pipelines extends Observable<ReadonlyMap<string, Pipeline>> {
  /** What the list shows; nothing before it was read. */
  listed: Observable<readonly Pipeline[] | undefined>;
  /** Every run of a pipeline that was heard of, by runId. */
  runs: Observable<ReadonlyMap<string, PipelineRun>>;
  /** Reads the list anew. */
  refresh(): Promise<void>;
  /** Reads a pipeline and its latest runs anew. Throws ReadoutError `PipelineNotFound`. */
  load(pipeline: string): Promise<void>;
  /** Reads one run anew. Throws ReadoutError `RunNotFound`. */
  loadRun(runId: string): Promise<void>;
  /** Starts a run. Throws ReadoutError `InvalidInput`, with its field, or `PipelineBusy`. */
  start(pipeline: string, inputs: Inputs): Promise<PipelineRun>;
  /** Starts another run from the step that failed, with the same inputs. */
  retry(runId: string): Promise<PipelineRun>;
  cancel(runId: string): Promise<void>;
  /** What came over the connection. */
  hear(run: PipelineRun): void;
}

type PipelineRest = Pick<
  RestClient,
  | 'listPipelines'
  | 'getPipeline'
  | 'listPipelineRuns'
  | 'getPipelineRun'
  | 'startPipeline'
  | 'retryPipelineRun'
  | 'cancelPipelineRun'
>;

/** The pipelines and their runs that the page knows: shown at once, and read anew whenever a view opens. */
export function pipelines(rest: PipelineRest): Pipelines {
  const known = subject<ReadonlyMap<string, Pipeline>>(new Map());
  const listed = subject<readonly Pipeline[] | undefined>(undefined);
  const runs = pipelineRunStore();
  const { hear } = runs;

  async function heard(answer: Promise<PipelineRun>): Promise<PipelineRun> {
    const run = await answer;
    hear(run);
    return run;
  }

  return {
    get: known.get,
    subscribe: known.subscribe,
    listed,
    runs,
    async refresh() {
      listed.set(await rest.listPipelines());
    },
    async load(id) {
      const [pipeline, latest] = await Promise.all([rest.getPipeline(id), rest.listPipelineRuns(id)]);
      hear(...latest.runs);
      known.set(new Map(known.get()).set(id, pipeline));
    },
    async loadRun(runId) {
      await heard(rest.getPipelineRun(runId));
    },
    start: (id, inputs) => heard(rest.startPipeline(id, inputs)),
    retry: (runId) => heard(rest.retryPipelineRun(runId)),
    async cancel(runId) {
      await heard(rest.cancelPipelineRun(runId));
    },
    hear,
  };
}

/** The runs of a pipeline, the newest first. */
export const runsOf = (runs: ReadonlyMap<string, PipelineRun>, pipeline: string): PipelineRun[] =>
  [...runs.values()]
    .filter((run) => run.pipeline === pipeline)
    .sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1));
