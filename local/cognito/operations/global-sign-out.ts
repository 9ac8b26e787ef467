import type { GlobalSignOutRequest } from '@aws-sdk/client-cognito-identity-provider';
import type { Operation } from '../context.ts';
import { parse } from '../request.ts';
import { fromAccessToken, signOutEverywhere } from '../sign-ins.ts';

export const globalSignOut: Operation<GlobalSignOutRequest> = (context) => async (input) => {
  const { AccessToken } = parse(input, ['AccessToken']);
  const { pool, user } = fromAccessToken(context, AccessToken);
  signOutEverywhere(pool, user);
  await context.pools.save(pool);
  return {};
};
