import type { AdminListGroupsForUserRequest } from '@aws-sdk/client-cognito-identity-provider';
import type { Operation } from '../context.ts';
import { describeGroup } from '../descriptions.ts';
import { page } from '../paging.ts';
import { parse } from '../request.ts';
import { getUser } from '../users.ts';

export const adminListGroupsForUser: Operation<AdminListGroupsForUserRequest> =
  ({ pools }) =>
  async (input) => {
    const { UserPoolId, Username, Limit, NextToken } = parse(
      input,
      ['UserPoolId', 'Username'],
      ['Limit', 'NextToken'],
    );
    const pool = pools.get(UserPoolId);
    const { groups } = getUser(pool, Username);
    const joined = pool.groups.filter(({ name }) => groups.includes(name));
    const { items, next } = page(joined, Limit, NextToken);
    return { Groups: items.map((group) => describeGroup(pool, group)), NextToken: next };
  };
