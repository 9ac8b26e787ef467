import type { ListUserPoolsRequest } from '@aws-sdk/client-cognito-identity-provider';
import type { Operation } from '../context.ts';
import { summarizePool } from '../descriptions.ts';
import { page } from '../paging.ts';
import { parse } from '../request.ts';

export const listUserPools: Operation<ListUserPoolsRequest> =
  ({ pools }) =>
  async (input) => {
    const { MaxResults, NextToken } = parse(input, ['MaxResults'], ['NextToken']);
    const { items, next } = page(pools.list(), MaxResults, NextToken);
    return { UserPools: items.map(summarizePool), NextToken: next };
  };
