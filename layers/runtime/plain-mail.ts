import { SendEmailCommand } from '@aws-sdk/client-sesv2';

export interface PlainMail {
  /** Verified in SES. */
  from: string;
  to: string;
  subject: string;
  text: string;
  file?: MailFile;
}

/** A file that goes with a mail. SES takes 40 MB in all (Amazon SES Developer Guide, "Service quotas"). */
export interface MailFile {
  name: string;
  type: string;
  content: Buffer;
}

/** A mail of plain text to one person. */
export const plainMail = ({ from, to, subject, text, file }: PlainMail): SendEmailCommand =>
  new SendEmailCommand({
    FromEmailAddress: from,
    Destination: { ToAddresses: [to] },
    Content: {
      Simple: {
        Subject: { Data: subject },
        Body: { Text: { Data: text } },
        ...(file && { Attachments: [attachment(file)] }),
      },
    },
  });

const attachment = ({ name, type, content }: MailFile) => ({
  FileName: name,
  ContentType: type,
  ContentDisposition: 'ATTACHMENT' as const,
  RawContent: content,
});
