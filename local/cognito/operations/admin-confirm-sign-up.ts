import type { AdminConfirmSignUpRequest } from '@aws-sdk/client-cognito-identity-provider';
import type { Operation } from '../context.ts';
import { notAuthorized } from '../errors.ts';
import { parse } from '../request.ts';
import { getUser } from '../users.ts';

/** Confirms the user; the address stays unverified. */
export const adminConfirmSignUp: Operation<AdminConfirmSignUpRequest> = (context) => async (input) => {
  const { UserPoolId, Username } = parse(input, ['UserPoolId', 'Username']);
  const pool = context.pools.get(UserPoolId);
  const user = getUser(pool, Username);
  if (user.status !== 'UNCONFIRMED')
    throw notAuthorized(`User cannot be confirmed. Current status is ${user.status}`);
  user.status = 'CONFIRMED';
  await context.pools.save(pool, user);
  return {};
};
