import type { Mail } from './context.ts';
import type { CodePurpose, Pool } from './model.ts';

/** The message that carries a code: the template's words, else the service's. */
export const codeMail = (pool: Pool, purpose: CodePurpose, to: string, code: string): Mail => {
  const { EmailSubject, EmailMessage } = pool.parameters.verificationMessageTemplate ?? {};
  const [subject, body] = defaultWords[purpose];
  return { to, code, subject: EmailSubject ?? subject, body: fill(EmailMessage ?? body, { '####': code }) };
};

/** The message that carries the temporary password of a user whom an administrator made. */
export const invitation = (pool: Pool, to: string, password: string): Mail => {
  const { EmailSubject, EmailMessage } = pool.parameters.adminCreateUserConfig?.InviteMessageTemplate ?? {};
  const body = EmailMessage ?? 'Your username is {username} and temporary password is {####}.';
  return {
    to,
    code: password,
    subject: EmailSubject ?? 'Your temporary password',
    body: fill(body, { '####': password, username: to }),
  };
};

/** How a response tells where a code went without telling the address. */
export const deliveryDetails = (email: string) => {
  const [name = '', domain = ''] = email.split('@');
  return {
    AttributeName: 'email',
    DeliveryMedium: 'EMAIL',
    Destination: `${name[0] ?? ''}***@${domain[0] ?? ''}***`,
  };
};

const defaultWords: Record<CodePurpose, [subject: string, body: string]> = {
  signUp: ['Your verification code', 'Your confirmation code is {####}'],
  forgotPassword: ['Your verification code', 'Your password reset code is {####}'],
  email: ['Your verification code', 'Your verification code is {####}'],
};

const fill = (text: string, values: Record<string, string>): string =>
  text.replace(/\{(####|username)\}/g, (whole, name) => values[name] ?? whole);
