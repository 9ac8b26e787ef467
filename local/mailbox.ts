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
}

/** Holds what the cloud would send by e-mail; read at `/mailbox` of the one AWS port. */
export interface Mailbox extends Service {
  deliver(mail: Mail): void;
  /** What was delivered, the latest first. */
  mails(): readonly Kept[];
}

type Kept = Mail & { at: string };
const kept = 200;

export const createMailbox = ({
  clock,
  announce,
}: {
  clock: Clock;
  announce: (mail: Mail) => void;
}): Mailbox => {
  const mails: Kept[] = [];
  return {
    name: 'mailbox',
    mails: () => mails,
    deliver(mail) {
      mails.unshift({ ...mail, at: clock.now().toISOString() });
      mails.length = Math.min(mails.length, kept);
      announce(mail);
    },
    handle: async (request) => (wantsHtml(request) ? html(mails) : json(mails)),
  };
};

const wantsHtml = ({ headers }: ServiceRequest): boolean => headers.accept?.includes('text/html') ?? false;

const json = (mails: Kept[]): ServiceResponse => ({
  status: 200,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ mails }),
});

const html = (mails: Kept[]): ServiceResponse => ({
  status: 200,
  headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': "default-src 'none'" },
  body: `<!doctype html><html lang="en"><title>Mailbox</title><h1>Mailbox</h1>${mails.map(article).join('') || '<p>No mail yet.</p>'}</html>`,
});

const article = ({ at, body, subject, to }: Kept): string =>
  `<article><h2>${escapeHtml(subject)}</h2><p>To ${escapeHtml(to)}, ${escapeHtml(at)}</p><pre>${escapeHtml(body)}</pre></article>`;

const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
