import type { DeleteUserRequest } from '@aws-sdk/client-cognito-identity-provider';
import type { Operation } from '../context.ts';
import { parse } from '../request.ts';
import { fromAccessToken } from '../sign-ins.ts';

export const deleteUser: Operation<DeleteUserRequest> = (context) => async (input) => {
  const { AccessToken } = parse(input, ['AccessToken']);
  const { pool, user } = fromAccessToken(context, AccessToken);
  pool.users = pool.users.filter((other) => other !== user);
  await context.pools.save(pool);
  return {};
};
