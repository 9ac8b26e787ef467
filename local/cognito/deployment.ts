import type { Context } from './context.ts';
import { addGroup } from './groups.ts';
import { type Jwks, publicKeys } from './jwt.ts';
import type { GroupParameters, UserPoolClientParameters, UserPoolParameters } from './model.ts';
import { checkUserPool, checkUserPoolClient } from './parameters.ts';
import { hasPassword, newPassword } from './passwords.ts';
import { register } from './registration.ts';
import { findUser } from './users.ts';

/** What deploying a template does to user pools. Ids are those of the state folder for the same logical ids. */
export interface Deployment {
  createUserPool(
    parameters: UserPoolParameters,
  ): Promise<{ id: string; arn: string; providerName: string; providerUrl: string }>;
  /** `secret` only with `generateSecret`. */
  createUserPoolClient(parameters: UserPoolClientParameters): Promise<{ id: string; secret?: string }>;
  /** Makes the group, or gives the one that exists this description. */
  createGroup(parameters: GroupParameters): Promise<void>;
  /** The keys that verify the pool's tokens. @throws ResourceNotFoundException */
  jwks(userPoolId: string): Jwks;
  /**
   * Makes, or puts right, a confirmed user with a verified address and this password. Where groups are given the user is a
   * member of these and no others; one that does not exist is made.
   */
  ensureUser(user: { userPoolId: string; email: string; password: string; groups?: string[] }): Promise<{
    sub: string;
  }>;
}

export const createDeployment = (context: Context): Deployment => {
  const { pools, clock, region, randomBytes } = context;
  return {
    createUserPool: async (parameters) => {
      checkUserPool(parameters);
      const { id, arn } = await pools.open(parameters);
      const providerName = `cognito-idp.${region}.amazonaws.com/${id}`;
      return { id, arn, providerName, providerUrl: `https://${providerName}` };
    },
    createUserPoolClient: async (parameters) => {
      checkUserPoolClient(parameters);
      const { id, secret } = await pools.openClient(parameters);
      return { id, secret };
    },
    createGroup: async ({ userPoolId, groupName, description, precedence }) => {
      const pool = pools.get(userPoolId);
      const known = pool.groups.find(({ name }) => name === groupName);
      const now = clock.now().toISOString();
      if (known) Object.assign(known, { description, precedence, modifiedAt: now });
      else addGroup(pool, { name: groupName, description, precedence }, now);
      await pools.save(pool);
    },
    jwks: (userPoolId) => publicKeys(pools.get(userPoolId).signingKey),
    ensureUser: async ({ userPoolId, email, password, groups }) => {
      const pool = pools.get(userPoolId);
      const now = clock.now().toISOString();
      for (const name of groups ?? [])
        if (!pool.groups.some((group) => group.name === name)) addGroup(pool, { name }, now);
      const newUser = { name: email, attributes: { email }, password, status: 'CONFIRMED' as const };
      const user = findUser(pool, email) ?? register(context, pool, newUser);
      if (!hasPassword(pool, user, password))
        user.password = newPassword(pool, user.username, password, randomBytes(16));
      Object.assign(user, { status: 'CONFIRMED', temporaryPasswordExpiresAt: undefined });
      Object.assign(user.attributes, { email, email_verified: 'true' });
      if (groups) user.groups = [...groups];
      await pools.save(pool, user);
      return { sub: user.attributes.sub ?? '' };
    },
  };
};
