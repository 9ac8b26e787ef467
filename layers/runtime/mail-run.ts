import { type SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
import type { RunStatus } from './contracts.ts';
import type { RunRecord } from './run-record.ts';

/** Tells a run's owner by e-mail how it ended. */
export type MailRun = (record: RunRecord) => Promise<void>;

export interface MailRunDeps {
  mail: SESv2Client;
  /** The sender, verified in SES; without one nothing is sent. */
  from: string | undefined;
  pageOrigin: string;
}

/**
 * A link and how it went, as plain text: no rows, because mail is read by others than who is signed in. Sent at least
 * once: should this end before the run is marked as told, it goes out again.
 */
export const runMailer =
  ({ mail, from, pageOrigin }: MailRunDeps): MailRun =>
  async (record) => {
    if (from === undefined) return;
    const { title, status, ownerEmail, runId, error } = record;
    // Redshift's own message may hold a value of a row.
    const why = error?.name === 'QueryFailed' ? undefined : error?.message;
    const text = [`${title} ${ENDED[status]}.`, why, `${pageOrigin}/runs/${runId}`];
    const Data = text.filter((line) => line !== undefined).join('\n\n');
    await mail.send(
      new SendEmailCommand({
        FromEmailAddress: from,
        Destination: { ToAddresses: [ownerEmail] },
        Content: {
          Simple: { Subject: { Data: `${oneLine(title)} ${ENDED[status]}` }, Body: { Text: { Data } } },
        },
      }),
    );
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
