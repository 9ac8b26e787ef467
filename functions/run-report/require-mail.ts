import type { Caller } from '@readout/runtime/caller.ts';
import { InvalidInput } from '@readout/runtime/errors.ts';

/**
 * Throws InvalidInput unless a run's end can be told by e-mail. Whoever changes their address holds a token with the new
 * one before it is verified: mail to it would go to whomever they please.
 */
export function requireMail({ email, claims }: Pick<Caller, 'email' | 'claims'>, canMail: boolean): void {
  if (!canMail) throw new InvalidInput('email', 'email: this Readout sends no e-mail.');
  if (email === '' || claims.email_verified === 'false')
    throw new InvalidInput('email', 'email: your address is not verified. Verify it and sign in again.');
}
