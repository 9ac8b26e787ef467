import type { Caller } from './caller.ts';
import type { Inputs, Run, RunWishes } from './contracts.ts';
import { Unavailable } from './errors.ts';
import type { LaunchRun } from './launch-run.ts';
import type { Log } from './logger.ts';
import { isReportId } from './report/report-id.ts';
import type { NewRun, RunRecord } from './run-record.ts';
import type { Runs } from './runs.ts';
import type { RunSchedule } from './schedules/schedule-record.ts';

/** What a run is asked for with. */
export interface RunOrder extends RunWishes, Pick<Run, 'download'> {
  /** Given where it may start only once, however often it is asked for. */
  runId?: string;
  report: string;
  /** The report's title; its id where the template has not been read yet. */
  title: string;
  inputs: Inputs;
  caller: Caller;
  /** The schedule that starts it. */
  schedule?: RunSchedule;
}

export interface StartRunDeps {
  runs: Pick<Runs, 'create' | 'transition'>;
  launch: LaunchRun;
  log: Log;
  newId(): string;
  /** 256 random bits as text. */
  newPageKey(): string;
  now(): Date;
}

export type StartRun = (order: RunOrder) => Promise<RunRecord>;

/** How long a run is remembered, in seconds: 30 days. */
const KEPT = 30 * 24 * 3600;

/**
 * The one way a run starts: it is recorded as queued, then its workflow is started under the run's own id. A run
 * whose workflow does not start is failed, never left queued; then this throws Unavailable. Should this end between the
 * two, reconcile starts the workflow.
 */
export const startRun =
  (deps: StartRunDeps): StartRun =>
  async (order) => {
    const { runs, launch, log, now } = deps;
    const record = await runs.create(newRun(deps, order));
    const { runId, report } = record;
    try {
      await launch(record);
    } catch (cause) {
      const failure = new Unavailable('The run could not be started. Try again in a moment.');
      log.error(`The workflow of run ${runId} did not start.`, cause as Error);
      const { name, message } = failure;
      await runs.transition(record, { status: 'failed', at: now(), error: { name, message } });
      throw failure;
    }
    // A handshake names its report by itself: what is no id is a text that somebody typed.
    log.info('A run was started.', { runId, ...(isReportId(report) && { report }) });
    return record;
  };

const newRun = (
  { newId, newPageKey, now }: StartRunDeps,
  { caller, fresh, email, ...order }: RunOrder,
): NewRun => {
  const at = now();
  return {
    runId: newId(),
    ...order,
    ...(fresh && { fresh }),
    ...(email && { email }),
    status: 'queued',
    createdAt: at.toISOString(),
    changedAt: at.toISOString(),
    owner: caller.id,
    ownerEmail: caller.email,
    caller,
    pageKey: newPageKey(),
    expiresAt: Math.floor(at.getTime() / 1000) + KEPT,
  };
};
