import type { SESv2Client } from '@aws-sdk/client-sesv2';
import { oneLine } from '@readout/runtime/one-line.ts';
import { plainMail } from '@readout/runtime/plain-mail.ts';
import type { ScheduleRecord } from '@readout/runtime/schedules/schedule-record.ts';

export interface TellOwnerDeps {
  mail: SESv2Client;
  /** The sender, verified in SES; without one nothing is sent. */
  from: string | undefined;
}

/** Tells who made a schedule what it could not do for whom. */
export type TellOwner = (schedule: ScheduleRecord, problems: string[]) => Promise<void>;

export const ownerTeller =
  ({ mail, from }: TellOwnerDeps): TellOwner =>
  async ({ title, ownerEmail }, problems) => {
    if (from === undefined) return;
    const subject = `${oneLine(title)} did not reach everybody`;
    const text = `${subject}.\n\n${problems.join('\n')}`;
    await mail.send(plainMail({ from, to: ownerEmail, subject, text }));
  };
