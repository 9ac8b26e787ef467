import type { ListGroupsRequest } from '@aws-sdk/client-cognito-identity-provider';
import type { Operation } from '../context.ts';
import { describeGroup } from '../descriptions.ts';
import { page } from '../paging.ts';
import { parse } from '../request.ts';

export const listGroups: Operation<ListGroupsRequest> =
  ({ pools }) =>
  async (input) => {
    const { UserPoolId, Limit, NextToken } = parse(input, ['UserPoolId'], ['Limit', 'NextToken']);
    const pool = pools.get(UserPoolId);
    const { items, next } = page(pool.groups, Limit, NextToken);
    return { Groups: items.map((group) => describeGroup(pool, group)), NextToken: next };
  };
