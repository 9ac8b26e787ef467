import type { PasswordPolicyType } from '@aws-sdk/client-cognito-identity-provider';
import { invalidParameter, passwordRefused } from './errors.ts';
import type { Pool, User, Verifier } from './model.ts';
import { violation } from './request.ts';
import { makeVerifier, matches } from './srp.ts';

/** A template without a policy gets the service's own: 8 characters of every kind. */
const defaultPolicy: PasswordPolicyType = {
  MinimumLength: 8,
  RequireLowercase: true,
  RequireUppercase: true,
  RequireNumbers: true,
  RequireSymbols: true,
  TemporaryPasswordValidityDays: 7,
};

/** A policy that the template does give has only what it names. */
export const passwordPolicy = ({ parameters }: Pool): PasswordPolicyType =>
  parameters.policies?.PasswordPolicy ?? defaultPolicy;

/** Source: developer guide, "Adding user pool password requirements". */
const symbol = /[\^$*.[\]{}()?"!@#%&/\\,><':;|_~`=+\- ]/;

const rules: [keyof PasswordPolicyType, RegExp, string][] = [
  ['RequireLowercase', /[a-z]/, 'Password must have lowercase characters'],
  ['RequireUppercase', /[A-Z]/, 'Password must have uppercase characters'],
  ['RequireNumbers', /[0-9]/, 'Password must have numeric characters'],
  ['RequireSymbols', symbol, 'Password must have symbol characters'],
];

/** @throws InvalidPasswordException with the first rule that the password breaks */
export const checkPassword = (pool: Pool, password: string): void => {
  const pattern = '^[\\S]+.*[\\S]+$';
  if (password.length > 256 || !new RegExp(pattern, 's').test(password)) {
    const constraint = `Member must satisfy regular expression pattern: ${pattern}`;
    throw invalidParameter(`1 validation error detected: ${violation('password', constraint)}`);
  }
  const policy = passwordPolicy(pool);
  if (password.length < (policy.MinimumLength ?? 8)) throw passwordRefused('Password not long enough');
  for (const [name, needed, reason] of rules) {
    if (policy[name] && !needed.test(password)) throw passwordRefused(reason);
  }
};

/** The verifier that is kept of a password that the policy allows. */
export const newPassword = (pool: Pool, username: string, password: string, salt: Buffer): Verifier => {
  checkPassword(pool, password);
  return makeVerifier(identity(pool, username), password, salt);
};

export const hasPassword = (pool: Pool, user: User, password: string): boolean =>
  matches(identity(pool, user.username), password, user.password);

/** What SRP hashes with the password. */
export const identity = (pool: Pool, username: string): string => `${pool.id.split('_')[1]}${username}`;

/** A password for an invited user: 12 characters of every kind. */
export const temporaryPassword = (randomBytes: (size: number) => Buffer): string => {
  const kinds = ['abcdefghijkmnpqrstuvwxyz', 'ABCDEFGHJKLMNPQRSTUVWXYZ', '23456789', '!@#$%&*'];
  return [...randomBytes(12)]
    .map((byte, at) => {
      const kind = kinds[at % kinds.length] ?? '';
      return kind[byte % kind.length];
    })
    .join('');
};

/** When a password that an administrator gave at `now` ends: after 7 days, unless the policy says. */
export const temporaryExpiry = (pool: Pool, now: Date): string => {
  const days = passwordPolicy(pool).TemporaryPasswordValidityDays ?? 7;
  return new Date(now.getTime() + days * 24 * 3_600_000).toISOString();
};
