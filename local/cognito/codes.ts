import type { Context } from './context.ts';
import { codeMismatch, expiredCode } from './errors.ts';
import { codeMail, deliveryDetails } from './mail.ts';
import type { Code, CodePurpose, Pool, User } from './model.ts';

const hour = 3_600_000;

/** Source: developer guide, "Verifying contact information at sign-up" and quotas: 24 hours, forgotten password 1 hour. */
const lifetime: Record<CodePurpose, number> = { signUp: 24 * hour, email: 24 * hour, forgotPassword: hour };

/**
 * Sends a fresh 6-digit code, which takes the place of the one before, to the user's address or to `email`, the
 * address that it will verify. Answers the response's CodeDeliveryDetails. The caller saves the pool.
 */
export const sendCode = (
  { clock, randomBytes, deliver }: Pick<Context, 'clock' | 'randomBytes' | 'deliver'>,
  { pool, user, purpose, email }: { pool: Pool; user: User; purpose: CodePurpose; email?: string },
) => {
  const code = String(randomBytes(4).readUInt32BE() % 1_000_000).padStart(6, '0');
  const expiresAt = new Date(clock.now().getTime() + lifetime[purpose]).toISOString();
  user.codes[purpose] = { code, expiresAt, email };
  const to = email ?? user.attributes.email ?? '';
  deliver(codeMail(pool, purpose, to, code));
  return deliveryDetails(to);
};

/**
 * The code that the user was sent, if it is this one; each counts as an attempt.
 * @throws CodeMismatchException, ExpiredCodeException, LimitExceededException
 */
export const useCode = (
  { clock, attempts }: Pick<Context, 'clock' | 'attempts'>,
  { pool, user, purpose }: { pool: Pool; user: User; purpose: CodePurpose },
  code: string,
): Code => {
  const who = `${pool.id} ${user.username}`;
  attempts.count(`code ${purpose}`, who);
  const sent = user.codes[purpose];
  if (!sent || new Date(sent.expiresAt) <= clock.now()) throw expiredCode();
  if (sent.code !== code.trim()) throw codeMismatch();
  attempts.forget(`code ${purpose}`, who);
  delete user.codes[purpose];
  return sent;
};
