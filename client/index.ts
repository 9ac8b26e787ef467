/** Readout from a program or a page. docs/clients.md says how a program uses it. */
export { type Client, type ClientOptions, createClient, type Following, failureOf } from './client.ts';
export {
  type Connection,
  type ConnectionDeps,
  type ConnectionState,
  type ConnectionStatus,
  connection,
} from './connection/connection.ts';
export type { Socket } from './connection/line.ts';
export { type Observable, type Subject, subject } from './observable.ts';
export { isOpen, type PipelineRunStore, pipelineRunStore } from './pipelines/pipeline-run-store.ts';
export { asReadoutError, type ClientErrorName, errorOf, ReadoutError } from './readout-error.ts';
export { type RestClient, type RestDeps, restClient } from './rest-client.ts';
export { type ExactCell, pagesOf, rowsOf } from './result/rows.ts';
export { type FollowDeps, type FollowedRuns, followRuns, type RunWish } from './runs/follow-runs.ts';
export {
  anyUnfinished,
  isNewer,
  isOver,
  panelOf,
  type RunAsked,
  type RunStore,
  type RunsState,
  runStore,
  unanswered,
} from './runs/run-store.ts';
export { type After, after } from './timer.ts';
