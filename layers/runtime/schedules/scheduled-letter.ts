import { oneLine } from '../one-line.ts';
import type { RunRecord } from '../run-record.ts';
import { holdsFor } from './condition.ts';
import type { RunSchedule } from './schedule-record.ts';

export interface Letter {
  to: string;
  subject: string;
  text: string;
  /** Whether it leads to the run. */
  links: boolean;
  /** Whether it offers the rows of the run. */
  rows?: boolean;
}

/**
 * What is said of a run that a schedule started: to whom it was for, that their rows are there, if the condition holds;
 * to the owner of the schedule, that somebody's run has failed. It holds nothing of an
 * error's text.
 */
export const scheduledLetter = (
  { status, rows = 0, ownerEmail, error }: RunRecord,
  { title, condition, ownerEmail: scheduledBy }: RunSchedule,
): Letter | undefined => {
  const name = oneLine(title);
  if (status === 'failed') {
    const subject = `${name} has failed for ${oneLine(ownerEmail)}`;
    return { to: scheduledBy, subject, text: `${subject}: ${error?.name ?? 'InternalError'}.`, links: false };
  }
  if (status !== 'succeeded' || !holdsFor(condition, rows)) return undefined;
  const subject = condition === undefined ? name : `${name}: ${condition}`;
  const text = `${subject}\n\nScheduled by ${scheduledBy}.`;
  return { to: ownerEmail, subject, text, links: true, rows: true };
};
