import type { AdminUserGlobalSignOutRequest } from '@aws-sdk/client-cognito-identity-provider';
import type { Operation } from '../context.ts';
import { parse } from '../request.ts';
import { signOutEverywhere } from '../sign-ins.ts';
import { getUser } from '../users.ts';

export const adminUserGlobalSignOut: Operation<AdminUserGlobalSignOutRequest> =
  ({ pools }) =>
  async (input) => {
    const { UserPoolId, Username } = parse(input, ['UserPoolId', 'Username']);
    const pool = pools.get(UserPoolId);
    signOutEverywhere(pool, getUser(pool, Username));
    await pools.save(pool);
    return {};
  };
