import type { AdminSetUserPasswordRequest } from '@aws-sdk/client-cognito-identity-provider';
import type { Operation } from '../context.ts';
import { newPassword, temporaryExpiry } from '../passwords.ts';
import { parse } from '../request.ts';
import { getUser } from '../users.ts';

export const adminSetUserPassword: Operation<AdminSetUserPasswordRequest> = (context) => async (input) => {
  const { UserPoolId, Username, Password, Permanent } = parse(
    input,
    ['UserPoolId', 'Username', 'Password'],
    ['Permanent'],
  );
  const pool = context.pools.get(UserPoolId);
  const user = getUser(pool, Username);
  user.password = newPassword(pool, user.username, Password, context.randomBytes(16));
  user.status = Permanent ? 'CONFIRMED' : 'FORCE_CHANGE_PASSWORD';
  user.temporaryPasswordExpiresAt = Permanent ? undefined : temporaryExpiry(pool, context.clock.now());
  await context.pools.save(pool, user);
  return {};
};
