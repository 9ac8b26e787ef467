import type { ListUsersInGroupRequest } from '@aws-sdk/client-cognito-identity-provider';
import type { Operation } from '../context.ts';
import { describeUser } from '../descriptions.ts';
import { getGroup } from '../groups.ts';
import { page } from '../paging.ts';
import { parse } from '../request.ts';

export const listUsersInGroup: Operation<ListUsersInGroupRequest> =
  ({ pools }) =>
  async (input) => {
    const { UserPoolId, GroupName, Limit, NextToken } = parse(
      input,
      ['UserPoolId', 'GroupName'],
      ['Limit', 'NextToken'],
    );
    const pool = pools.get(UserPoolId);
    const { name } = getGroup(pool, GroupName);
    const members = pool.users.filter(({ groups }) => groups.includes(name));
    const { items, next } = page(members, Limit, NextToken);
    return { Users: items.map((user) => describeUser(user)), NextToken: next };
  };
