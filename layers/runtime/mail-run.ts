import type { SESv2Client } from '@aws-sdk/client-sesv2';
import type { RunStatus } from './contracts.ts';
import { isPassing } from './failure.ts';
import type { Log } from './logger.ts';
import { oneLine } from './one-line.ts';
import { plainMail } from './plain-mail.ts';
import type { RunRecord } from './run-record.ts';
import type { OfferRows } from './schedules/offer-rows.ts';
import { type Letter, scheduledLetter } from './schedules/scheduled-letter.ts';

/** Tells a run's owner by e-mail how it ended. */
export type MailRun = (record: RunRecord) => Promise<void>;

export interface MailRunDeps {
  mail: SESv2Client;
  /** The sender, verified in SES; without one nothing is sent. */
  from: string | undefined;
  pageOrigin: string;
  /** How a scheduled report's mail offers its rows. */
  offerRows: OfferRows;
  log: Log;
}

/**
 * A link and how it went, as plain text: no message of Redshift, which may hold a value, and no rows but those of a
 * scheduled report, because mail is read by others than who is signed in. Sent at least once: should this end before the run is marked as told, it goes
 * out again. What SES refuses for good is only logged: trying again would not help, and would keep the statement open.
 */
export const runMailer =
  ({ mail, from, pageOrigin, offerRows, log }: MailRunDeps): MailRun =>
  async (record) => {
    const letter = record.schedule ? scheduledLetter(record, record.schedule) : endLetter(record);
    if (from === undefined || letter === undefined) return;
    const { to, subject, links } = letter;
    const offer = letter.rows ? await offerRows(record) : undefined;
    const said = offer ? `${letter.text} ${offer.sentence}` : letter.text;
    const text = links ? `${said}\n\n${pageOrigin}/runs/${record.runId}` : said;
    try {
      await mail.send(plainMail({ from, to, subject, text, file: offer?.file }));
    } catch (error) {
      if (isPassing(error)) throw error;
      log.error(`The end of run ${record.runId} could not be told by e-mail.`, error as Error);
    }
  };

const endLetter = ({ title, status, stoppedBy, ownerEmail }: RunRecord): Letter => {
  const subject = `${oneLine(title)} ${stoppedBy ? `was stopped by ${stoppedBy}` : ENDED[status]}`;
  return { to: ownerEmail, subject, text: `${subject}.`, links: true };
};

const ENDED: Record<RunStatus, string> = {
  queued: 'waits',
  running: 'runs',
  succeeded: 'is done',
  failed: 'has failed',
  cancelled: 'was cancelled',
};
