import type { AdminRemoveUserFromGroupRequest } from '@aws-sdk/client-cognito-identity-provider';
import type { Operation } from '../context.ts';
import { getGroup } from '../groups.ts';
import { parse } from '../request.ts';
import { getUser } from '../users.ts';

export const adminRemoveUserFromGroup: Operation<AdminRemoveUserFromGroupRequest> =
  ({ pools }) =>
  async (input) => {
    const { UserPoolId, Username, GroupName } = parse(input, ['UserPoolId', 'Username', 'GroupName']);
    const pool = pools.get(UserPoolId);
    const user = getUser(pool, Username);
    const { name } = getGroup(pool, GroupName);
    user.groups = user.groups.filter((group) => group !== name);
    await pools.save(pool);
    return {};
  };
