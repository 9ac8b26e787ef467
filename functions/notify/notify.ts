import type { Log } from '@readout/runtime/logger.ts';
import { parse } from '@readout/runtime/parse.ts';
import type { RunRecord } from '@readout/runtime/run-record.ts';
import type { Runs } from '@readout/runtime/runs.ts';
import type { TellRun } from '@readout/runtime/tell-run.ts';
import { NotifyEvent, runIdOf, type StatementDetail } from './events.ts';
import type { HowItEnded } from './how-it-ended.ts';

interface Deps {
  runs: Pick<Runs, 'get' | 'transition'>;
  howItEnded: HowItEnded;
  tell: TellRun;
  log: Log;
}

/**
 * Tells a person how a run stands: when Redshift reports the end of its statement, which is recorded first, and when
 * the workflow has recorded a state itself. An event that comes twice, late or before its statement was recorded
 * does no harm: the record moves forward only, and each state is told once. Throws whatever goes wrong, so that
 * Lambda tries again and keeps in the dead-letter queue what it cannot deliver.
 */
export const notify =
  (deps: Deps) =>
  async (event: unknown): Promise<void> => {
    const read = parse(NotifyEvent, event);
    const runId = 'runId' in read ? read.runId : runIdOf(read.detail);
    const record = 'runId' in read ? await deps.runs.get(runId) : await recordEnd(deps, runId, read.detail);
    if (record) await deps.tell(record);
    else deps.log.warn('There is no run to tell about.', { runId });
  };

/** The record after the event: moved on by it, or as it was when the event says nothing new. */
const recordEnd = async (
  { runs, howItEnded }: Deps,
  runId: string,
  detail: StatementDetail,
): Promise<RunRecord | undefined> =>
  (await runs.transition(runId, await howItEnded(detail))) ?? (await runs.get(runId));
