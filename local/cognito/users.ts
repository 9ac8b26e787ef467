import { createHmac } from 'node:crypto';
import { noSuchUser, usernameExists } from './errors.ts';
import type { Pool, User, UserStatus, Verifier } from './model.ts';

/** Whether people of this pool sign in with their e-mail address, their user name being their `sub`. */
export const usesEmail = ({ parameters }: Pool): boolean =>
  parameters.usernameAttributes?.includes('email') ?? false;

/** The user of this name, `sub` or (where it is the user name) address, in any letter case. */
export const findUser = (pool: Pool, name: string): User | undefined => {
  const wanted = name.toLowerCase();
  return pool.users.find(
    ({ username, attributes }) =>
      username.toLowerCase() === wanted ||
      attributes.sub === wanted ||
      (usesEmail(pool) && attributes.email?.toLowerCase() === wanted),
  );
};

/** @throws UserNotFoundException */
export const getUser = (pool: Pool, name: string): User => {
  const user = findUser(pool, name);
  if (!user) throw noSuchUser();
  return user;
};

export const userOfSub = (pool: Pool, sub: unknown): User | undefined =>
  pool.users.find(({ attributes }) => attributes.sub === sub);

/** The address of a user name that must be one, or the user name itself elsewhere. @throws UsernameExistsException */
export const refuseTaken = (pool: Pool, name: string): void => {
  if (!findUser(pool, name)) return;
  throw usernameExists(
    usesEmail(pool) ? 'An account with the given email already exists.' : 'User already exists',
  );
};

/** Adds a user whose name, attributes and password were checked. The caller saves the pool. */
export const addUser = (
  pool: Pool,
  user: {
    username: string;
    sub: string;
    attributes: Record<string, string>;
    password: Verifier;
    status: UserStatus;
    now: string;
  },
): User => {
  const { username, sub, attributes, password, status, now } = user;
  const added: User = {
    username,
    attributes: { sub, ...attributes },
    status,
    password,
    groups: [],
    codes: {},
    createdAt: now,
    modifiedAt: now,
  };
  pool.users.push(added);
  return added;
};

/** A user who does not exist, always the same for a name, so that a challenge does not tell who does. */
export const decoy = (pool: Pool, name: string): { username: string; password: Verifier } => {
  const digest = createHmac('sha512', pool.signingKey.privateKey).update(name.toLowerCase()).digest('hex');
  const [, a, b, c, d, e] = /^(.{8})(.{4})(.{3})(.{3})(.{12})/.exec(digest) ?? [];
  return {
    username: usesEmail(pool) ? `${a}-${b}-4${c}-8${d}-${e}` : name,
    password: { salt: digest.slice(32, 64), verifier: digest.slice(64) },
  };
};
