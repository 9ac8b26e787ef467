import type { Run } from './run.ts';

/** Anybody's run as an operator sees it: how it went, neither what was typed nor a row. */
export type OperatorRun = Omit<Run, 'inputs' | 'resolved' | 'topic' | 'requestId'> & {
  owner: string;
  ownerEmail: string;
  /** The run that leads its statement; runs of one statement share it. Absent until it is admitted. */
  statement?: string;
  /** The ARN of its execution in Step Functions, once its workflow has got that far. */
  execution?: string;
};

/** The answer of `DELETE /operations/runs/{owner}/{runId}`: how many runs are stopped with its statement. */
export interface StoppedRuns {
  runs: number;
}

/** The answer of `GET /operations/runs?day=&page=`: the runs of one day, the latest first. */
export interface OperatorRunList {
  runs: OperatorRun[];
  /** What to ask `page` for the earlier ones; absent on the last page. */
  next?: string;
}
