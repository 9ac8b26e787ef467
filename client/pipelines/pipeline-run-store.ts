import type { PipelineRun } from '@readout/runtime/contracts.ts';
import { type Observable, subject } from '../observable.ts';

/** Runs of pipelines that were heard of, by runId. */
export interface PipelineRunStore extends Observable<ReadonlyMap<string, PipelineRun>> {
  /** Of two states of a run the one with the greater version is the later, in whatever order they come. */
  hear(...heard: PipelineRun[]): void;
}

export function pipelineRunStore(): PipelineRunStore {
  const runs = subject<ReadonlyMap<string, PipelineRun>>(new Map());
  return {
    get: runs.get,
    subscribe: runs.subscribe,
    hear(...heard) {
      const next = new Map(runs.get());
      for (const run of heard)
        if (run.version > (next.get(run.runId)?.version ?? -1)) next.set(run.runId, run);
      runs.set(next);
    },
  };
}

/** Whether a run of a pipeline has yet to end. */
export const isOpen = ({ status }: Pick<PipelineRun, 'status'>): boolean =>
  status === 'queued' || status === 'running';
