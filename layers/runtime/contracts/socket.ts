import type { ErrorDetail } from './error.ts';
import type { PipelineRun } from './pipeline.ts';
import type { Inputs, Run, RunList, RunWishes } from './run.ts';

/** The answer of `POST /tickets`: a one-use pass for the WebSocket handshake. */
export interface Ticket {
  ticket: string;
  expiresAt: string;
}

/** What a client sends over the WebSocket. */
export type ClientMessage =
  | ({ action: 'run'; report: string; inputs: Inputs } & RunWishes)
  | { action: 'cancel'; runId: string; requestId?: string }
  /** Asks for every run of the caller that changed after the cursor; without one, for the recent runs. */
  | { action: 'sync'; since?: string }
  | { action: 'ping' };

export type RunMessage = { type: 'run' } & Run;
/** The files of these reports have changed, or are gone: what the page knows of them is to be asked for again. */
export type ReportsMessage = {
  type: 'reports';
  reports: string[];
  /** Milliseconds over which to spread the asking, so that many pages do not ask at once. */
  within: number;
};
/** The same of pipelines. */
export type PipelinesMessage = { type: 'pipelines'; pipelines: string[]; within: number };
/** Tables were loaded: when the data of reports and tiles is from, is to be asked for again. */
export type LoadedMessage = {
  type: 'loaded';
  /** As above. */
  within: number;
};
/** As for reports: the files of these dashboards have changed, or are gone. */
export type DashboardsMessage = { type: 'dashboards'; dashboards: string[]; within: number };
/** How a run of a pipeline stands that the person may see: the one with the greater `version` is the later. */
export type PipelineRunMessage = { type: 'pipeline-run' } & PipelineRun;
export type SyncMessage = { type: 'sync' } & RunList;
export type PongMessage = { type: 'pong' };
export type ErrorMessage = { type: 'error'; requestId?: string; topic?: string } & ErrorDetail;

/** What a client hears over the WebSocket. */
export type ServerMessage =
  | RunMessage
  | PipelineRunMessage
  | ReportsMessage
  | PipelinesMessage
  | LoadedMessage
  | DashboardsMessage
  | SyncMessage
  | PongMessage
  | ErrorMessage;
