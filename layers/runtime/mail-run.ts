import { type SESv2Client, SendEmailCommand, type SendEmailCommandInput } from '@aws-sdk/client-sesv2';
import type { RunStatus } from './contracts.ts';
import { isPassing } from './failure.ts';
import type { Log } from './logger.ts';
import type { RunRecord } from './run-record.ts';

/** Tells a run's owner by e-mail how it ended. */
export type MailRun = (record: RunRecord) => Promise<void>;

export interface MailRunDeps {
  mail: SESv2Client;
  /** The sender, verified in SES; without one nothing is sent. */
  from: string | undefined;
  pageOrigin: string;
  log: Log;
}

/**
 * A link and how it went, as plain text: no rows and no message of Redshift, which may hold a value of one, because mail
 * is read by others than who is signed in. Sent at least once: should this end before the run is marked as told, it goes
 * out again. What SES refuses for good is only logged: trying again would not help, and would keep the statement open.
 */
export const runMailer =
  ({ mail, from, pageOrigin, log }: MailRunDeps): MailRun =>
  async (record) => {
    if (from === undefined) return;
    try {
      await mail.send(new SendEmailCommand(mailOf(record, from, pageOrigin)));
    } catch (error) {
      if (isPassing(error)) throw error;
      log.error(`The end of run ${record.runId} could not be told by e-mail.`, error as Error);
    }
  };

const mailOf = (
  { title, status, stoppedBy, ownerEmail, runId }: RunRecord,
  from: string,
  pageOrigin: string,
): SendEmailCommandInput => {
  const ended = `${oneLine(title)} ${stoppedBy ? `was stopped by ${stoppedBy}` : ENDED[status]}`;
  const text = `${ended}.\n\n${pageOrigin}/runs/${runId}`;
  return {
    FromEmailAddress: from,
    Destination: { ToAddresses: [ownerEmail] },
    Content: { Simple: { Subject: { Data: ended }, Body: { Text: { Data: text } } } },
  };
};

const ENDED: Record<RunStatus, string> = {
  queued: 'waits',
  running: 'runs',
  succeeded: 'is done',
  failed: 'has failed',
  cancelled: 'was cancelled',
};

/** A subject is a header: a line break would begin another. */
const oneLine = (text: string): string => text.replace(/\s+/g, ' ').slice(0, 200);
