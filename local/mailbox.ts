import { isFromHere } from './from-this-machine.ts';
import type { Clock, Service, ServiceRequest, ServiceResponse } from './service.ts';

export interface Mail {
  to: string;
  subject: string;
  /** Text, or HTML where there is no text. */
  body: string;
  html?: string;
  from?: string;
  replyTo?: string[];
  /** Verification code, where the mail carries one. */
  code?: string;
  files?: MailFile[];
}

export interface MailFile {
  name: string;
  type: string;
  content: Buffer;
}

/** A mail as the mailbox shows it. */
export interface KeptMail extends Omit<Mail, 'files'> {
  /** When it came, ISO 8601. */
  at: string;
  attachments?: Attachment[];
}

/** A file of a mail, and the path at which the mailbox gives it out. */
export interface Attachment {
  name: string;
  type: string;
  bytes: number;
  path: string;
}

/** Holds what the cloud would send by e-mail; read at `/mailbox` of the one AWS port. */
export interface Mailbox extends Service {
  deliver(mail: Mail): void;
  /** What was delivered, the latest first. */
  mails(): readonly KeptMail[];
}

const kept = 200;

export const createMailbox = ({
  clock,
  announce,
}: {
  clock: Clock;
  announce: (mail: Mail) => void;
}): Mailbox => {
  const mails: KeptMail[] = [];
  const files = new Map<string, MailFile>();
  let delivered = 0;
  return {
    name: 'mailbox',
    mails: () => mails,
    deliver(mail) {
      delivered += 1;
      const { files: own = [], ...rest } = mail;
      const attachments = own.map((file, at) => {
        const path = `/mailbox/${delivered}/${at + 1}`;
        files.set(path, file);
        return { name: file.name, type: file.type, bytes: file.content.length, path };
      });
      mails.unshift({ ...rest, at: clock.now().toISOString(), ...(own.length > 0 && { attachments }) });
      for (const old of mails.splice(kept)) for (const { path } of old.attachments ?? []) files.delete(path);
      announce(mail);
    },
    handle: async (request) => {
      if (!isFromHere(request)) return { status: 403, body: 'The mailbox is for this machine only.' };
      const { pathname } = request.url;
      if (/^\/mailbox\/./.test(pathname)) return fileAnswer(files.get(pathname));
      return wantsHtml(request) ? html(mails) : json(mails);
    },
  };
};

const wantsHtml = ({ headers }: ServiceRequest): boolean => headers.accept?.includes('text/html') ?? false;

/** To be saved, never to be shown: whatever a mail carries is nobody's page here. */
const fileAnswer = (file: MailFile | undefined): ServiceResponse =>
  file
    ? {
        status: 200,
        headers: {
          'content-type': 'application/octet-stream',
          'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
          'content-security-policy': "default-src 'none'; sandbox",
          'x-content-type-options': 'nosniff',
        },
        body: file.content,
      }
    : { status: 404, body: 'There is no such file.' };

const json = (mails: KeptMail[]): ServiceResponse => ({
  status: 200,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ mails }),
});

const html = (mails: KeptMail[]): ServiceResponse => ({
  status: 200,
  headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': "default-src 'none'" },
  body: `<!doctype html><html lang="en"><title>Mailbox</title><h1>Mailbox</h1>${mails.map(article).join('') || '<p>No mail yet.</p>'}</html>`,
});

const article = ({ at, attachments = [], body, subject, to }: KeptMail): string =>
  `<article><h2>${escapeHtml(subject)}</h2><p>To ${escapeHtml(to)}, ${escapeHtml(at)}</p><pre>${escapeHtml(body)}</pre>${attachments.map(link).join('')}</article>`;

const link = ({ name, path }: Attachment): string => `<p><a href="${path}">${escapeHtml(name)}</a></p>`;

const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
