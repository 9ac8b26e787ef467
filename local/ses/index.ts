import type { Mail } from '../mailbox.ts';
import { restJson, restJsonError } from '../protocol/rest-json.ts';
import { notEmulated } from '../protocol/service-error.ts';
import type { Service } from '../service.ts';
import { sendEmail } from './send-email.ts';

export interface SesOptions {
  /** A new message id. */
  newId: () => string;
  /** Gets every mail that the cloud would send. */
  deliver: (mail: Mail) => void;
}

/** The supported operations of Amazon SES, by name. */
export const operations = { SendEmail: 'POST /v2/email/outbound-emails' };

/** Amazon SES v2: mails end in the local mailbox. Every address counts as a verified identity. */
export const createSes = ({ newId, deliver }: SesOptions): Service => ({
  name: 'ses',
  handle: async ({ method, url, body }) => {
    try {
      const route = `${method} ${url.pathname}`;
      if (route !== operations.SendEmail) throw notEmulated(`SES ${route}`);
      sendEmail(JSON.parse(body.toString('utf8') || '{}'), deliver);
      return restJson(200, { MessageId: newId() });
    } catch (error) {
      return restJsonError(error);
    }
  },
});
