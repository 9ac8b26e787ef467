import { z } from 'zod';
import type { Mail, MailFile } from '../mailbox.ts';
import { notEmulated, ServiceError } from '../protocol/service-error.ts';
import { shapeIssues } from '../protocol/shape-issues.ts';

const content = z.strictObject({ Data: z.string(), Charset: z.literal('UTF-8').optional() });
const addresses = z.array(z.string()).optional();

/** A file to be saved; one that HTML shows within itself is not emulated. */
const attachment = z.strictObject({
  FileName: z.string().min(1).max(255),
  RawContent: z.base64(),
  ContentType: z.string().optional(),
  ContentDisposition: z.literal('ATTACHMENT').optional(),
  ContentDescription: z.string().optional(),
  ContentTransferEncoding: z.enum(['BASE64', 'QUOTED_PRINTABLE', 'SEVEN_BIT']).optional(),
});

/** The part of SendEmail that is emulated: a simple message in UTF-8. */
const request = z.strictObject({
  FromEmailAddress: z.string(),
  Destination: z.strictObject({
    ToAddresses: addresses,
    CcAddresses: addresses,
    BccAddresses: addresses,
  }),
  ReplyToAddresses: addresses,
  Content: z.strictObject({
    Simple: z.strictObject({
      Subject: content,
      Body: z.strictObject({ Text: content.optional(), Html: content.optional() }),
      Attachments: z.array(attachment).optional(),
    }),
  }),
});

/** To, Cc and Bcc together (Amazon SES Developer Guide, "Service quotas"). */
const maximumRecipients = 50;

/** Of a message with its attachments, in base64 (the same). */
const maximumBytes = 40 * 1024 * 1024;

/** SendEmail: one mail for each recipient. Throws BadRequestException, or `not emulated` for what is left out above. */
export const sendEmail = (input: unknown, deliver: (mail: Mail) => void): void => {
  const parsed = request.safeParse(input);
  if (!parsed.success) throw refusal(parsed.error);
  const { FromEmailAddress: from, Destination, ReplyToAddresses, Content } = parsed.data;
  const { ToAddresses = [], CcAddresses = [], BccAddresses = [] } = Destination;
  const recipients = [...ToAddresses, ...CcAddresses, ...BccAddresses];
  for (const address of [from, ...recipients, ...(ReplyToAddresses ?? [])]) checkAddress(address);
  if (recipients.length === 0 || recipients.length > maximumRecipients)
    throw badRequest(`A mail has 1 to ${maximumRecipients} recipients.`);
  const { Subject, Body, Attachments = [] } = Content.Simple;
  const body = Body.Text?.Data ?? Body.Html?.Data;
  if (body === undefined) throw badRequest('A mail has a body of text, of HTML, or both.');
  if (JSON.stringify(Content).length > maximumBytes)
    throw badRequest('Message length is more than 41943040 bytes long.');
  const files = Attachments.map(fileOf);
  const mail = {
    from,
    ...(ReplyToAddresses && { replyTo: ReplyToAddresses }),
    subject: Subject.Data,
    body,
    ...(Body.Html && { html: Body.Html.Data }),
    ...(files.length > 0 && { files }),
  };
  for (const to of recipients) deliver({ to, ...mail });
};

const fileOf = ({ FileName, ContentType, RawContent }: z.output<typeof attachment>): MailFile => ({
  name: FileName,
  type: ContentType ?? 'application/octet-stream',
  content: Buffer.from(RawContent, 'base64'),
});

/** `ada@example.com` or `Ada <ada@example.com>`. */
const checkAddress = (text: string): void => {
  const address = /^[^<>]*<([^<>]*)>$/.exec(text)?.[1] ?? text;
  if (!/^[\x21-\x7e]+@[\x21-\x7e]+$/.test(address)) throw badRequest("Missing final '@domain'");
};

const refusal = (error: z.ZodError): ServiceError => {
  const { unknown, messages } = shapeIssues(error);
  return unknown === undefined
    ? badRequest(messages.join(', '))
    : notEmulated(`SES SendEmail with ${unknown}`);
};

const badRequest = (message: string): ServiceError => new ServiceError('BadRequestException', message);
