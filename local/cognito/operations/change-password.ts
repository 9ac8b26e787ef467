import type { ChangePasswordRequest } from '@aws-sdk/client-cognito-identity-provider';
import type { Operation } from '../context.ts';
import { wrongPassword } from '../errors.ts';
import { hasPassword, newPassword } from '../passwords.ts';
import { parse } from '../request.ts';
import { fromAccessToken } from '../sign-ins.ts';

export const changePassword: Operation<ChangePasswordRequest> = (context) => async (input) => {
  const { AccessToken, PreviousPassword, ProposedPassword } = parse(input, [
    'AccessToken',
    'PreviousPassword',
    'ProposedPassword',
  ]);
  const { pool, user } = fromAccessToken(context, AccessToken);
  const password = newPassword(pool, user.username, ProposedPassword, context.randomBytes(16));
  const who = `${pool.id} ${user.username}`;
  context.attempts.count('changePassword', who);
  if (!hasPassword(pool, user, PreviousPassword)) throw wrongPassword();
  context.attempts.forget('changePassword', who);
  user.password = password;
  await context.pools.save(pool, user);
  return {};
};
