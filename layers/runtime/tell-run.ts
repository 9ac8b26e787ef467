import type { Announce } from './announce.ts';
import type { MailRun } from './mail-run.ts';
import { isOver, type RunRecord, runMessage } from './run-record.ts';
import type { Runs } from './runs.ts';

/** Tells a run's owner how it stands. */
export type TellRun = (record: RunRecord) => Promise<void>;

export interface TellRunDeps {
  runs: Pick<Runs, 'markTold'>;
  announce: Announce;
  mail: MailRun;
}

/**
 * Tells each state once: what has been told is noted on the record afterwards, so that a repeated event is silent
 * and a try that failed half-way is made good by the next. The end of a run that asked for it goes out by e-mail when
 * none of the owner's devices is connected; that of a run which a schedule started does so always.
 */
export const runTeller =
  ({ runs, announce, mail }: TellRunDeps): TellRun =>
  async (record) => {
    if (record.told === record.cursor) return;
    const reached = await announce(record.owner, runMessage(record));
    const byMail = record.schedule !== undefined || (record.email && reached === 0);
    if (byMail && isOver(record)) await mail(record);
    await runs.markTold(record);
  };
