import type { AdminAddUserToGroupRequest } from '@aws-sdk/client-cognito-identity-provider';
import type { Operation } from '../context.ts';
import { join } from '../groups.ts';
import { parse } from '../request.ts';
import { getUser } from '../users.ts';

export const adminAddUserToGroup: Operation<AdminAddUserToGroupRequest> =
  ({ pools }) =>
  async (input) => {
    const { UserPoolId, Username, GroupName } = parse(input, ['UserPoolId', 'Username', 'GroupName']);
    const pool = pools.get(UserPoolId);
    join(pool, getUser(pool, Username), GroupName);
    await pools.save(pool);
    return {};
  };
