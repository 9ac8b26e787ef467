import { SendEmailCommand } from '@aws-sdk/client-sesv2';

export interface PlainMail {
  /** Verified in SES. */
  from: string;
  to: string;
  subject: string;
  text: string;
}

/** A mail of plain text to one person. */
export const plainMail = ({ from, to, subject, text }: PlainMail): SendEmailCommand =>
  new SendEmailCommand({
    FromEmailAddress: from,
    Destination: { ToAddresses: [to] },
    Content: { Simple: { Subject: { Data: subject }, Body: { Text: { Data: text } } } },
  });
