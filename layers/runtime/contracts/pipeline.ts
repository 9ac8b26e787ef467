import type { ErrorDetail } from './error.ts';
import type { Parameter } from './report.ts';
import type { Inputs } from './run.ts';

/** Scripts of one number, which run side by side when those of the number before have succeeded. */
export interface PipelineStep {
  number: number;
  /** Their names, without folder and suffix: `10_load_item`. */
  scripts: string[];
}

/** When a pipeline starts by itself. */
export interface PipelineSchedule {
  /** As EventBridge Scheduler writes it: `cron(0 6 * * ? *)`. */
  cron: string;
  /** The IANA time zone whose clock that is. */
  timeZone: string;
  inputs: Inputs;
}

/** An ETL workflow of SQL scripts; the scripts themselves stay on the server. */
export interface Pipeline {
  /** The folder's name: `sales`. */
  id: string;
  title: string;
  description?: string;
  tags: string[];
  owner?: string;
  parameters: Parameter[];
  /** The groups that may see and start it; everyone when left out. */
  access?: string[];
  steps: PipelineStep[];
  schedule?: PipelineSchedule[];
  /** It starts when an object arrives in the data bucket under this prefix. */
  trigger?: { prefix: string };
  /** It starts when one of these pipelines has succeeded. */
  after?: string[];
  /** The tables that it loads, whose “data as of” its success renews. */
  writes?: string[];
  /** Whether it may be started while it runs. */
  overlap: 'refuse' | 'allow';
  /** How long one script may take before it is stopped: `2h`. */
  timeout?: string;
  /** In the list only: what is wrong with a pipeline that is broken. */
  error?: ErrorDetail;
}

/** The answer of `GET /pipelines`. */
export interface PipelineList {
  pipelines: Pipeline[];
}

export type PipelineRunStatus = 'queued' | 'running' | 'succeeded' | 'failed' | 'cancelled';

/** `skipped`: an earlier step failed, the run was cancelled before, or a retry begins behind it. */
export type ScriptStatus = 'waiting' | 'running' | 'succeeded' | 'failed' | 'skipped' | 'cancelled';

/** How one script of a pipeline run stands. */
export interface ScriptRun {
  /** `10_load_item` */
  script: string;
  /** That of its step: 10. */
  number: number;
  status: ScriptStatus;
  /** What the Redshift Data API calls its batch, once it has been sent. */
  statementId?: string;
  startedAt?: string;
  endedAt?: string;
  error?: ErrorDetail;
}

/** Who or what started a pipeline run. */
export type StartedBy =
  | { kind: 'person'; email: string }
  | { kind: 'schedule'; cron: string; timeZone: string }
  | { kind: 'object'; key: string }
  | { kind: 'pipeline'; pipeline: string; runId: string };

/** One execution of a pipeline, over REST and in every message about it. */
export interface PipelineRun {
  runId: string;
  pipeline: string;
  title: string;
  status: PipelineRunStatus;
  /** Grows with every change of this run: of two states the one with the greater number is the later. */
  version: number;
  startedBy: StartedBy;
  inputs: Inputs;
  /** The dates that relative ones stand for, by the name of their input. */
  resolved?: Inputs;
  /** Every script, in the order of their names. */
  scripts: ScriptRun[];
  /** The tables that its success has loaded: what was read of them before is of old. */
  writes: string[];
  createdAt: string;
  changedAt: string;
  startedAt?: string;
  endedAt?: string;
  /** Why it failed: the error of the first script that did, or what kept it from going on. */
  error?: ErrorDetail;
  /** The run that this one is the retry of. */
  retryOf?: string;
  /** The e-mail address of who cancelled it; while `status` is still running, it is about to stop. */
  cancelledBy?: string;
}

/** The body of `POST /pipelines/{pipeline}/runs`. */
export interface PipelineRunRequest {
  inputs: Inputs;
}

/** The answer of `GET /pipelines/{pipeline}/runs?page=`, the newest first. */
export interface PipelineRunList {
  runs: PipelineRun[];
  /** What to ask `page` for the ones before; absent when there are none. */
  next?: string;
}
