import { isEmail, requireAttributes } from './attributes.ts';
import type { Context } from './context.ts';
import { invalidParameter } from './errors.ts';
import type { Pool, User, UserStatus } from './model.ts';
import { newPassword } from './passwords.ts';
import { addUser, refuseTaken, usesEmail } from './users.ts';

/**
 * A new user of the pool, by the name that a person signs in with. The caller saves the pool.
 * @throws InvalidParameterException, InvalidPasswordException, UsernameExistsException
 */
export const register = (
  { clock, newId, randomBytes }: Pick<Context, 'clock' | 'newId' | 'randomBytes'>,
  pool: Pool,
  { name, password, status, ...of }: NewUser,
): User => {
  const attributes = usesEmail(pool) ? withEmail(name, of.attributes) : of.attributes;
  requireAttributes(pool, attributes);
  const sub = newId();
  const username = usesEmail(pool) ? sub : name;
  const verifier = newPassword(pool, username, password, randomBytes(16));
  refuseTaken(pool, name);
  return addUser(pool, {
    username,
    sub,
    attributes,
    password: verifier,
    status,
    now: clock.now().toISOString(),
  });
};

interface NewUser {
  name: string;
  attributes: Record<string, string>;
  password: string;
  status: UserStatus;
}

const withEmail = (name: string, attributes: Record<string, string>): Record<string, string> => {
  if (!isEmail(name)) throw invalidParameter('Username should be an email.');
  if ((attributes.email ?? name).toLowerCase() !== name.toLowerCase())
    throw invalidParameter('The email attribute must be the address that is the user name.');
  return { email: name, email_verified: 'false', ...attributes };
};
